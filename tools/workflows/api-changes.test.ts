import { expect, test } from 'vitest'
import { changesPage } from './api-changes.ts'

test('a breaking change states the required bump, and each change is listed', () => {
  const change = {
    impact: 'breaking',
    side: 'response',
    subject: 'the property reason',
    what: 'was removed',
    places: ['POST /a'],
  } as const
  const page = changesPage({ impact: 'breaking', changes: [change] })
  expect(page).toContain('needs a major version')
  expect(page).toContain('- **breaking** POST /a: the property reason was removed')
})

test('a reordered specification is no change', () => {
  expect(changesPage({ impact: undefined, changes: [] })).toBe('### What changes for users of the API\n\nNothing.\n')
})
