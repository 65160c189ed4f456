import { expect, test } from 'vitest'
import { changed, entryOf, harOf } from '../../test/recording.ts'
import { productUpgrades } from './api.ts'
import type { HarEntry } from './har.ts'
import { renderTrafficReport } from './render-traffic-report.ts'
import { verifyHar } from './verify-har.ts'

const describeAll = (...entries: readonly HarEntry[]) =>
  renderTrafficReport(verifyHar(harOf(...entries), productUpgrades))

test('each finding names the entry, the operation, the location and the problem', async () => {
  const text = describeAll(await entryOf('good', 0), await entryOf('missing-location', 0))
  expect(text).toContain('2 of 2 entries checked')
  expect(text).toContain('entry 1, createProductUpgrade: /response/headers/Location is missing')
  expect(text).toContain('1 violation, 0 additions')
})

test('the same finding in many entries is reported on one line', async () => {
  const entry = await entryOf('new-property', 0)
  const lines = describeAll(...Array(40).fill(entry)).split('\n')
  expect(lines.filter((line) => line.includes('/phase'))).toEqual([expect.stringContaining('and 39 more like it')])
  expect(lines.length).toBeLessThan(8)
})

test('a recording cannot send control sequences to the terminal', async () => {
  const entry = await entryOf('new-property', 0)
  const text = entry.response.content.text?.replace('phase', '\\u001b[31mphase\\u009b') ?? ''
  const content = { ...entry.response.content, text }
  const printed = describeAll(changed(entry, { response: { content } })).replaceAll('\n', '')
  expect(printed).toContain('phase')
  expect(printed).not.toMatch(/\p{Cc}/u)
})
