import { expect, test } from 'vitest'
import { parsePrefer } from './prefer.ts'

test.each([
  ['code=429', { code: 429 }],
  ['example=throttled', { example: 'throttled' }],
  ['code=404, example=notFound', { code: 404, example: 'notFound' }],
  ['example="with spaces" ; code="202"', { code: 202, example: 'with spaces' }],
  ['respond-async, Code = 500', { code: 500 }],
])('%s is understood', (header, expected) => {
  expect(parsePrefer(header)).toEqual(expected)
})

test.each([null, '', 'respond-async', 'return=minimal', 'mycode=404'])('%s asks for no particular answer', (header) => {
  expect(parsePrefer(header)).toBeUndefined()
})
