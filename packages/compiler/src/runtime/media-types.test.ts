import { expect, test } from 'vitest'
import { essenceOf, findMediaType, isJsonMediaType, isMediaRange, namedTypes, qualityOf } from './media-types.ts'

test('parameters and case are not part of the essence', () => {
  expect(essenceOf('Application/JSON; charset=utf-8')).toBe('application/json')
})

// RFC 8259, section 11; RFC 6839, section 3.1.
test.each([
  ['application/json', true],
  ['APPLICATION/JSON ; charset=utf-8', true],
  ['text/json', true],
  ['application/problem+json; charset=utf-8', true],
  ['application/vnd.example.v2+JSON', true],
  ['application/*+json', true],
  ['application/json;version=2', true],
  ['text/json-ish', false],
  ['application/jsonl', false],
  ['application/json-seq', false],
  ['image/json', false],
  ['application/xml', false],
  ['application/*', false],
  ['*/*', false],
  ['json', false],
  ['a/b/c+json', false],
  ['application/hal+jsonp', false],
])('%s is JSON: %s', (type, expected) => {
  expect(isJsonMediaType(type)).toBe(expected)
})

test('a range is recognized', () => {
  expect(['*/*', 'text/*', 'application/*+json', 'text/plain'].map(isMediaRange)).toEqual([true, true, true, false])
})

// OpenAPI 3.1.1, section 4.8.13.1: the most specific key is applicable. RFC 9110, section 8.3.1: parameters are part of the type.
test.each<[readonly string[], string, string | undefined]>([
  [['*/*', 'text/*', 'text/plain'], 'text/plain; charset=utf-8', 'text/plain'],
  [['*/*', 'application/*', 'application/*+json'], 'application/hal+json', 'application/*+json'],
  [['*/*', 'application/*', 'application/*+json'], 'application/json', 'application/*'],
  [['*/*', 'application/*'], 'text/csv', '*/*'],
  [['application/json', 'text/*'], 'text/csv', 'text/*'],
  [['application/json'], 'Application/JSON', 'application/json'],
  [['application/json'], 'text/csv', undefined],
  [['application/*+json'], 'application/xml', undefined],
  [['text/*'], 'textual/plain', undefined],
  [
    ['application/json;version=1', 'application/json;version=2'],
    'application/json;version=2',
    'application/json;version=2',
  ],
  [
    ['application/json;version=1', 'application/json;version=2'],
    'application/json; charset=utf-8; Version="2"',
    'application/json;version=2',
  ],
  [['application/json;version=1', 'application/json;version=2'], 'application/json;version=3', undefined],
  [['application/json;version=1', 'application/json;version=2'], 'application/json', 'application/json;version=1'],
  [['application/json', 'application/json;version=2'], 'application/json;version=2', 'application/json;version=2'],
  [['application/json', 'application/json;version=2'], 'application/json;version=3', 'application/json'],
  [['application/json; charset=utf-8'], 'application/json; charset=iso-8859-1', 'application/json; charset=utf-8'],
  [
    ['application/json;profile="a;version=1"', '*/*'],
    'application/json;version=2',
    'application/json;profile="a;version=1"',
  ],
  [['toString'], 'text/plain', undefined],
  [[], 'toString', undefined],
  [['Text/Plain', 'text/plain'], 'text/plain', 'text/plain'],
  [['application/json', 'application/json;version=2'], 'application/json; version=2', 'application/json;version=2'],
  [['application/*;version=2', 'application/json'], 'application/json; version=2', 'application/json'],
  [
    ['application/json;version=1', 'application/json;version=2'],
    'application/json; version= 2',
    'application/json;version=2',
  ],
])('of the keys %j, the one for %s is %s', (keys, type, expected) => {
  const content = Object.fromEntries(keys.map((key) => [key, key]))
  expect(findMediaType(content, type)?.[0]).toBe(expected)
})

// RFC 9110, section 12.5.1: the most specific matching range decides.
test.each([
  ['*/*;q=0.1, text/*;q=0.2, text/html;q=0.3', 'text/html', 0.3],
  ['*/*;q=0.1, text/*;q=0.2, text/html;q=0.3', 'text/plain', 0.2],
  ['*/*;q=0.1, text/*;q=0.2', 'image/png', 0.1],
  ['text/html;level=1;q=0.4, text/html;q=0.7', 'text/html;level=1', 0.4],
  ['application/json;version=2', 'application/json;version=1', 0],
  ['application/json;version=2', 'application/json', 1],
  ['application/json', 'application/json; charset=utf-8', 1],
  ['application/json;profile="a,b";q=0.5', 'application/json', 0.5],
  ['application/*+json', 'application/hal+json', 1],
  ['text/html', 'application/json', 0],
  // A range of the contract: the highest quality of any type in it.
  ['application/json', '*/*', 1],
  ['application/json', 'application/*', 1],
  ['image/png;q=0.3', 'image/*', 0.3],
  ['text/html', 'image/*', 0],
  ['application/hal+json', 'application/*+json', 1],
  ['application/json', 'application/*+json', 0],
  ['*/*;q=0.5, image/png;q=0', 'image/*', 0.5],
  ['image/png;version=2', 'image/*;version=1', 0],
  ['application/*;version=2;q=0.2, application/json;q=0.9', 'application/json;version=2', 0.9],
  // Some clients send a lone asterisk for any type; a suffix without a plus is not a suffix.
  ['*;q=0.2', 'text/html', 0.2],
  ['x+json', 'application/hal+json', 0],
  ['application/*json', 'application/hal+json', 0],
  // Invalid parameters, and invalid weights.
  ['text/html;foo', 'text/html;fo=1', 1],
  ['text/html;q=2', 'text/html', 1],
  ['text/html;q=-0.5', 'text/html', 1],
  ['text/html;q=high', 'text/html', 1],
  // RFC 9110, section 5.6.4: a quoted string starts and ends with a quotation mark, and a backslash escapes the next character.
  ['text/html;v="2"', 'text/html;v=2', 1],
  ['text/html;v="2x', 'text/html;v=2', 0],
  ['text/html;v=x2"', 'text/html;v=2', 0],
  ['text/html;v="', 'text/html;v=', 0],
  ['text/html;v="2\\3"', 'text/html;v=23', 1],
  ['text/html;v="a\\",b";q=0.3', 'text/html', 0.3],
])('Accept: %s gives %s the quality %d', (accept, type, quality) => {
  expect(qualityOf(accept, type)).toBe(quality)
})

test('types are listed by descending quality, without ranges and excluded types', () => {
  expect(namedTypes('text/html;q=0.1, */*, Image/PNG, text/*, text/csv;q=0, a/b/c, text')).toEqual([
    'image/png',
    'text/html',
  ])
})
