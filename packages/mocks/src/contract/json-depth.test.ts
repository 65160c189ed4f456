import { expect, test } from 'vitest'
import { exceedsJsonDepth } from './json-depth.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test.each([
  ['a thousand levels', nested(1_000), false],
  ['one level more', nested(1_001), true],
  ['levels that are never closed', '{"a":'.repeat(1_001), true],
  ['many adjacent lists', `[${'[],'.repeat(2_000)}[]]`, false],
  ['brackets in text', `"${'['.repeat(3_000)}"`, false],
  ['brackets in text, after a quote that is escaped', `"\\"${'['.repeat(3_000)}"`, false],
  ['brackets after a text that ends in a backslash', `["\\\\",${nested(1_000)}]`, true],
])('%s', (_, text, expected) => {
  expect(exceedsJsonDepth(text)).toBe(expected)
})
