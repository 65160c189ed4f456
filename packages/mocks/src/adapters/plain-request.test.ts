import { expect, test } from 'vitest'
import { type RequestLike, readRequest } from './plain-request.ts'

const url = 'https://things.example/api/things'

async function seenIn(request: RequestLike) {
  const { method, url, headers } = request
  return { method, url, headers: [...headers], body: await request.text() }
}

test.each<[string, string | URL, RequestInit?]>([
  ['a URL alone', url],
  ['a URL that is not normalised', 'HTTPS://Things.Example:443/api/../api/things/%7e?x=a b#part'],
  ['a URL object', new URL(`${url}#part`)],
  ['empty options', url, {}],
  ['options that are null', url, JSON.parse('null')],
  ['headers as a record', url, { headers: { 'X-Any': '  spaces around  ', Accept: 'application/json' } }],
  [
    'headers as a list with a duplicate',
    url,
    {
      headers: [
        ['a', '1'],
        ['A', '2'],
      ],
    },
  ],
  ['headers as a Headers object', url, { headers: new Headers({ a: '1' }) }],
  ['a text', url, { method: 'POST', body: 'text' }],
  ['an empty text', url, { method: 'POST', body: '' }],
  ['a text with a content type', url, { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } }],
  ['a text with a byte order mark', url, { method: 'POST', body: '\uFEFF{}' }],
  ['a text with a lone surrogate', url, { method: 'POST', body: 'half \uD83C, whole 🏷️' }],
  ['a method in lower case', url, { method: 'post', body: 'text' }],
  ['a custom method', url, { method: 'purge' }],
  ['a form', url, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
  ['bytes', url, { method: 'POST', body: new TextEncoder().encode('bytes') }],
  ['no body', url, { method: 'POST', body: null, signal: null }],
  ['other options', url, { method: 'POST', body: 'text', cache: 'no-store', redirect: 'manual' }],
  ['options that are a class instance', url, new Request(url, { method: 'DELETE', headers: { a: '1' } })],
])('%s is read like a Request', async (_, input, init) => {
  expect(await seenIn(readRequest(input, init))).toEqual(await seenIn(new Request(input, init)))
})

test.each<[string, string, RequestInit?]>([
  ['no URL', 'nowhere'],
  ['a URL with a password', 'https://user:word@things.example/'],
  ['an invalid method', url, { method: 'GE T' }],
  ['a forbidden method', url, { method: 'TRACE' }],
  ['a body for GET', url, { body: 'text' }],
  ['a body for HEAD', url, { method: 'HEAD', body: 'text' }],
  ['an invalid header name', url, { headers: { 'a b': '1' } }],
  ['an invalid header value', url, { headers: { a: 'new\nline' } }],
  ['a mode that scripts may not use', url, { mode: 'navigate' }],
  ['an invalid signal', url, JSON.parse('{"signal":{}}')],
])('%s is refused, as by a Request', (_, input, init) => {
  expect(() => new Request(input, init)).toThrow(TypeError)
  expect(() => readRequest(input, init)).toThrow(TypeError)
})

test("the signal is the caller's; without one, a URL with plain options has none", () => {
  const { signal } = new AbortController()
  expect(readRequest(url, { signal }).signal).toBe(signal)
  expect(readRequest(url, { method: 'POST', body: 'text' }).signal).toBeUndefined()
})

test('later changes to the headers have no effect', () => {
  const headers = new Headers({ a: '1' })
  const request = readRequest(url, { headers })
  headers.set('a', '2')
  expect(request.headers.get('a')).toBe('1')
})
