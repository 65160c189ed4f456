import { expect, test } from 'vitest'
import { parsePrefer } from './prefer-header.ts'

test.each([
  ['code=429', { code: 429 }],
  ['example=throttled', { example: 'throttled' }],
  ['code=404, example=notFound', { code: 404, example: 'notFound' }],
  ['example="with spaces" ; code="202"', { code: 202, example: 'with spaces' }],
  ['respond-async, Code = 500', { code: 500 }],
])('%s is understood', (header, expected) => {
  expect(parsePrefer(header)).toEqual(expected)
})

test.each([null, '', 'respond-async', 'return=minimal', 'mycode=404'])('%s requests nothing particular', (header) => {
  expect(parsePrefer(header)).toBeUndefined()
})

test.each([
  'code=abc',
  'code=',
  'code=""',
  'code=4e2',
  'code=0x1ad',
  'code=42',
  'code=-1',
  'example=documented, code=2000',
])('%s is refused rather than ignored', (header) => {
  expect(() => parsePrefer(header)).toThrow(/^Prefer: code=".*" is not a status; use three digits/)
})
