import { expect, test } from 'vitest'
import { parseJson } from './json.ts'

test.for([
  ['an unclosed string', `"${'\\"'.repeat(2 ** 19)}`],
  ['unclosed lists', '['.repeat(2 ** 20)],
])('a megabyte of %s is rejected at once', ([, text = '']) => {
  expect(parseJson(text)).toBeUndefined()
})

test('brackets within a string do not count as nesting', () => {
  expect(parseJson(JSON.stringify(['['.repeat(1_000), '\\"{'.repeat(1_000)]))).toHaveLength(2)
})
