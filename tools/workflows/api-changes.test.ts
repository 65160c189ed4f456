import { expect, test } from 'vitest'
import { changesPage } from './api-changes.ts'

test('what breaks something says what that takes, and each change is listed', () => {
  const change = {
    impact: 'breaking',
    subject: 'the property reason',
    what: 'was removed',
    places: ['POST /a'],
  } as const
  const page = changesPage({ impact: 'breaking', changes: [change] })
  expect(page).toContain('needs a major version')
  expect(page).toContain('- **breaking** POST /a: the property reason was removed')
})

test('a specification that was only rearranged changes nothing', () => {
  expect(changesPage({ changes: [] })).toBe('### What changes for users of the API\n\nNothing.\n')
})
