import { expect, test } from 'vitest'
import { parseObject } from './json.ts'

test.for(['7', 'true', '"text"', 'null', '[]', '[{}]', '', '{', undefined, null])('%j is not an object', (text) => {
  expect(parseObject(text)).toBeUndefined()
})

test.for([
  '{}',
  '{"a":{"b":[1,{}]}}',
  JSON.stringify({ items: Array(300).fill({ list: [] }) }),
  JSON.stringify({ text: '[{'.repeat(300) }),
  JSON.stringify({ text: '"[{'.repeat(300), next: '\\' }),
])('%s is parsed as an object', (text) => {
  expect(parseObject(text)).toEqual(JSON.parse(text))
})

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

test.for([
  [100, true],
  [101, false],
  [100_000, false],
] as const)('an object with %d levels is parsed: %s', ([depth, read]) => {
  expect(parseObject(nested(depth)) !== undefined).toBe(read)
})
