import { expect, test } from 'vitest'
import { coveringMediaType, essenceOf, isAcceptable, isJson, qualityOf } from './media-types.ts'

test('parameters and case are not part of the essence', () => {
  expect(essenceOf('Application/JSON; charset=utf-8')).toBe('application/json')
})

test.each([
  ['application/json', true],
  ['application/problem+json; charset=utf-8', true],
  ['text/json-ish', false],
  ['text/html', false],
])('%s is JSON: %s', (type, expected) => {
  expect(isJson(type)).toBe(expected)
})

test.each([
  [null, true],
  ['*/*', true],
  ['application/*', true],
  ['application/json', true],
  ['APPLICATION/JSON;odata=verbose', true],
  ['text/html, application/json;q=0.1', true],
  ['text/html', false],
  ['application/json;q=0', false],
  ['*/*, application/json;q=0', false],
  ['*/*;q=0.5, application/json;q=0.000', false],
  ['', true],
])('Accept %s lets JSON through: %s', (accept, expected) => {
  expect(isAcceptable(accept, ['application/json'])).toBe(expected)
})

test('an answer without a body satisfies every Accept', () => {
  expect(isAcceptable('text/html', [])).toBe(true)
})

test('the most specific range determines the weight of a type', () => {
  expect(qualityOf('*/*;q=0.1, text/*;q=0.2, text/html;q=0.3', 'text/html')).toBe(0.3)
  expect(qualityOf('*/*;q=0.1, text/*;q=0.2, text/html;q=0.3', 'text/plain')).toBe(0.2)
  expect(qualityOf('*/*;q=0.1, text/*;q=0.2', 'image/png')).toBe(0.1)
})

test('a media range of the contract covers the sent type, and the exact type comes first', () => {
  expect(coveringMediaType({ '*/*': 1, 'text/*': 2, 'text/plain': 3 }, 'text/plain; charset=utf-8')).toBe(3)
  expect(coveringMediaType({ 'application/json': 1, 'text/*': 2 }, 'text/csv')).toBe(2)
  expect(coveringMediaType({ 'application/json': 1 }, 'text/csv')).toBeUndefined()
})
