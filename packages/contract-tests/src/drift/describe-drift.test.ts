import { expect, test } from 'vitest'
import { productUpgrades } from './api.ts'
import { describeDrift } from './describe-drift.ts'
import type { HarEntry } from './har.ts'
import { changed, entryOf, harOf } from './support/recording.ts'
import { verifyHar } from './verify-har.ts'

const describeAll = (...entries: readonly HarEntry[]) => describeDrift(verifyHar(harOf(...entries), productUpgrades))

test('each finding names entry, operation, place and what is wrong', async () => {
  const text = describeAll(await entryOf('good', 0), await entryOf('missing-location', 0))
  expect(text).toContain('2 of 2 entries checked')
  expect(text).toContain('entry 1, createProductUpgrade: /response/headers/Location is missing')
  expect(text).toContain('1 violation, 0 pieces of news')
})

test('the same finding in many entries is one line', async () => {
  const entry = await entryOf('new-property', 0)
  const lines = describeAll(...Array(40).fill(entry)).split('\n')
  expect(lines.filter((line) => line.includes('/phase'))).toEqual([expect.stringContaining('and 39 more like it')])
  expect(lines.length).toBeLessThan(8)
})

test('a recording cannot steer the terminal', async () => {
  const entry = await entryOf('new-property', 0)
  const text = entry.response.content.text?.replace('phase', '\\u001b[31mphase\\u009b') ?? ''
  const content = { ...entry.response.content, text }
  const printed = describeAll(changed(entry, { response: { content } })).replaceAll('\n', '')
  expect(printed).toContain('phase')
  expect(printed).not.toMatch(/\p{Cc}/u)
})
