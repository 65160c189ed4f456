import { expect, test } from 'vitest'
import { nextPageOf } from './next-page.ts'

const uri = '/v1/customers?size=2&seekOperation=Next'
const query = 'size=2&seekOperation=Next'
const key = 'MS-ContinuationToken'

const pageAfter = (next: unknown) => Reflect.apply(nextPageOf, undefined, [{ links: { next } }])

test.for<[what: string, next: unknown]>([
  ['no link', undefined],
  ['null', null],
  ['a text', uri],
  ['a link without an address', {}],
  ['a link to a number', { uri: 7 }],
])('a page with %s as its next link is the last', ([, next]) => {
  expect(pageAfter(next)).toBeUndefined()
})

test('a page without any links is the last', () => {
  expect(nextPageOf({})).toBeUndefined()
})

test.for<[uri: string, query: string]>([
  [uri, query],
  [`https://elsewhere.example/other${uri}`, query],
  [`${uri}#top`, query],
  ['/v1/customers#?size=2', ''],
  ['/v1/customers', ''],
])('the query of a link to %s is "%s"', ([link, expected]) => {
  expect(pageAfter({ uri: link })).toEqual({ query: expected })
})

test.for<[what: string, headers: unknown, token: string | undefined]>([
  ['the token', [{ key, value: 'AAA=' }], 'AAA='],
  [
    'the token in upper case, after another header',
    [
      { key: 'X', value: 'no' },
      { key: key.toUpperCase(), value: 'AAA=' },
    ],
    'AAA=',
  ],
  ['an empty token', [{ key, value: '' }], ''],
  ['other headers only', [{ key: 'X-Locale', value: 'en-US' }], undefined],
  ['a token that is not a string', [{ key, value: 7 }], undefined],
  ['headers without names', [{ value: 'no' }, null, 'x', { key: 7, value: 'no' }], undefined],
  ['no list of headers', { key, value: 'AAA=' }, undefined],
])('the address is read from a link with %s', ([, headers, token]) => {
  expect(pageAfter({ uri, headers })).toEqual({ query, ...(token !== undefined && { token }) })
})
