import { expect, test } from 'vitest'
import { concreteMediaType, isAcceptable } from './media-types.ts'

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
])('Accept %s admits JSON: %s', (accept, expected) => {
  expect(isAcceptable(accept, ['application/json'])).toBe(expected)
})

test('a response without a body satisfies every Accept', () => {
  expect(isAcceptable('text/html', [])).toBe(true)
})

// RFC 9110, section 12.5.1: a requested type in a range of the contract can be sent.
test.each([
  ['application/json', '*/*', true],
  ['application/json', 'application/*', true],
  ['image/png', 'image/*', true],
  ['text/html', 'image/*', false],
  ['application/json;version=2', 'application/json;version=1', false],
])('Accept %s admits %s: %s', (accept, produced, expected) => {
  expect(isAcceptable(accept, [produced])).toBe(expected)
})

test.each<[string, unknown, string | null, string]>([
  ['text/csv', 'a', 'text/html', 'text/csv'],
  ['*/*', { id: 1 }, null, 'application/json'],
  ['*/*', { id: 1 }, 'text/plain, */*', 'application/json'],
  ['*/*', { id: 1 }, 'image/png', 'application/json'],
  ['*/*', { id: 1 }, 'application/hal+json', 'application/hal+json'],
  ['*/*', 'a', 'text/plain', 'text/plain'],
  ['application/*', { id: 1 }, 'application/json', 'application/json'],
  ['application/*+json', { id: 1 }, null, 'application/vnd.example+json'],
  ['application/*+json', { id: 1 }, '*/*', 'application/vnd.example+json'],
  ['text/*', 'a', null, 'text/plain'],
  ['image/*', 'a', null, 'image/png'],
  ['image/*', 'a', 'image/gif;q=0.5, image/webp', 'image/webp'],
  ['audio/*', 'a', null, 'audio/mpeg'],
  ['model/*', 'a', null, 'model/x-example'],
])('for %s, the body %j with Accept %s is sent as %s', (mediaType, body, accept, sent) => {
  expect(concreteMediaType(mediaType, body, accept)).toBe(sent)
})

test('one of several media types is enough', () => {
  expect(isAcceptable('text/csv', ['application/json', 'text/csv'])).toBe(true)
  expect(isAcceptable('text/csv;q=0', ['application/json', 'text/csv'])).toBe(false)
})
