import { expect, test } from 'vitest'
import { effectOf, effectWithoutAnswer } from './effect.ts'

const faultText = '{"code":"900105","description":"No."}'
const html = '<html>Sign in</html>'

/** The possible effect of a create attempt, by the status, text and headers of the response. */
test.for<[effect: string, status: number, text: string, headers?: Record<string, string>]>([
  ['accepted', 200, ''],
  ['accepted', 202, ''],
  ['accepted', 202, '{}'],
  ['accepted', 204, ''],
  ['accepted', 202, html, { 'MS-CV': 'cv.0' }],
  ['possible', 200, html],
  ['possible', 202, html],
  ['possible', 302, ''],
  ['possible', 302, '', { 'MS-CV': 'cv.0' }],
  ['none', 400, faultText],
  ['none', 499, faultText],
  ['none', 404, '', { 'MS-RequestId': 'x' }],
  ['none', 401, '', { 'WWW-Authenticate': 'Bearer' }],
  ['none', 429, ''],
  ['none', 429, '{"statusCode":429,"message":"Slow down"}'],
  ['possible', 400, ''],
  ['possible', 400, html],
  ['possible', 400, '{"error":"blocked"}'],
  ['possible', 401, ''],
  ['possible', 429, html],
  ['possible', 408, faultText],
  ['possible', 500, faultText],
  ['possible', 503, '', { 'MS-CV': 'cv.0' }],
])('%s: %d "%s" %j', ([effect, status, text, headers]) => {
  const body: object | undefined = text.startsWith('{') ? JSON.parse(text) : undefined
  expect(effectOf({ status, text, body, headers: new Headers(headers) })).toBe(effect)
})

test('without a complete response, only an attempt that was certainly not sent had no effect', () => {
  expect([true, false, undefined].map(effectWithoutAnswer)).toEqual(['none', 'possible', 'possible'])
})
