import { expect, test } from 'vitest'
import { redact, redactHeaders } from './redact.ts'

const token = 'abc+def/ghi=jkl='

test.for<[how: string, form: string, secret: string]>([
  ['verbatim', token, token],
  ['URL-encoded', encodeURIComponent(token), token],
  ['URL-encoded in lower case', 'abc%2bdef%2fghi%3djkl%3d', token],
])('a token of 16 characters is redacted in a text, %s', ([, form, secret]) => {
  expect(redact(`before ${form} between ${form} after`, secret)).toBe('before <token> between <token> after')
})

test('a text that consists of the token only is redacted as well', () => {
  expect(redact(token, token)).toBe('<token>')
})

test('a shorter secret may be an ordinary word, and is not redacted', () => {
  expect(redact('The word authenticatable', 'authenticatable')).toBe('The word authenticatable')
})

test('headers without the token are kept unchanged next to redacted ones', () => {
  const headers = redactHeaders(new Headers({ 'MS-CV': 'cv.0', 'X-Echo': `Bearer ${token}` }), token)
  expect([...headers]).toEqual([
    ['ms-cv', 'cv.0'],
    ['x-echo', 'Bearer <token>'],
  ])
})
