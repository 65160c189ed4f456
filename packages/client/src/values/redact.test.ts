import { expect, test } from 'vitest'
import { redact, redactHeaders } from './redact.ts'

const token = 'abc+def/ghi=jkl='

test.for<[how: string, form: string, secret: string]>([
  ['as it is', token, token],
  ['as a part of a URL', encodeURIComponent(token), token],
  ['as a part of a URL, in lower case', 'abc%2bdef%2fghi%3djkl%3d', token],
])('a token of 16 characters is taken out of a text, %s', ([, form, secret]) => {
  expect(redact(`before ${form} between ${form} after`, secret)).toBe('before <token> between <token> after')
})

test('a text that is nothing but the token is taken out as well', () => {
  expect(redact(token, token)).toBe('<token>')
})

test('a shorter text may be any word, and stays', () => {
  expect(redact('The word authenticatable', 'authenticatable')).toBe('The word authenticatable')
})

test('headers without the token stay beside those with it', () => {
  const headers = redactHeaders(new Headers({ 'MS-CV': 'cv.0', 'X-Echo': `Bearer ${token}` }), token)
  expect([...headers]).toEqual([
    ['ms-cv', 'cv.0'],
    ['x-echo', 'Bearer <token>'],
  ])
})
