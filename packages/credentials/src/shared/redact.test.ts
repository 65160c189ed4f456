import { escape as escapeQuery } from 'node:querystring'
import { startCpuTimer } from '@partner-upgrades/tools/cpu-time'
import { expect, test } from 'vitest'
import { createRedactor } from './redact.ts'

// Holds every character that some encoder escapes differently, and is long enough to be matched in several parts.
const secret = `0.AX+/=_-~!'()*:@&?#[]{}|^ "\\<>%${'eyJhbGciOiJSUzI1NiJ9'.repeat(4)}é漢😀`
const lower = (text: string) => text.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())
const json = (text: string) => JSON.stringify(text).slice(1, -1)
/** Escapes all but ASCII, as PHP and Python do in JSON. */
const ascii = (text: string) =>
  json(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

test.for([
  ['in plain text', (text) => text],
  ['encoded by encodeURIComponent', encodeURIComponent],
  ['percent-encoded in lower case', (text) => lower(encodeURIComponent(text))],
  ['encoded as a form', (text) => new URLSearchParams({ '': text }).toString().slice(1)],
  ["encoded by Node's querystring", escapeQuery],
  ['with every character percent-encoded', (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&')],
  ['percent-encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['in JSON', json],
  ['in ASCII JSON', ascii],
  ['in JSON with slashes escaped', (text) => json(text).replaceAll('/', '\\/')],
  ['in JSON in JSON', (text) => json(json(text))],
  ['in ASCII JSON in JSON', (text) => json(ascii(text))],
  ['percent-encoded in JSON', (text) => json(encodeURIComponent(text))],
] as const satisfies readonly (readonly [string, (text: string) => string])[])(
  'a secret %s is redacted completely',
  ([, spell]) => {
    const { redact } = createRedactor(secret)
    expect(redact(`before ${spell(secret)} after`)).toBe('before [secret] after')
    expect(redact(spell(secret) + spell(secret))).toBe('[secret]')
  },
)

test('a truncated secret is removed, too, except for a short remainder', () => {
  const token = Array.from({ length: 300 }, (_, index) => index.toString(36).padStart(3, 'x')).join('')
  const redacted = createRedactor(token).redact(`${token.slice(0, 500)}…`)
  expect(redacted).toMatch(/^\[secret\].{0,31}…$/)
})

test('a secret that contains another one is removed as a whole, in either order', () => {
  for (const secrets of [
    ['inner-secret', 'an-inner-secret-and-more'],
    ['an-inner-secret-and-more', 'inner-secret'],
  ]) {
    expect(createRedactor(...secrets).redact('<an-inner-secret-and-more> inner-secret')).toBe('<[secret]> [secret]')
  }
})

test('other text is kept, as are strings too short to be a secret', () => {
  const { add, redact } = createRedactor(undefined, '', 'abc', 17, 'the-secret')
  add(null, { token: 'words' })
  const text = 'abc 17 words THE-SECRET the secret the+secret ++++++++++'
  expect(redact(text)).toBe(text)
  expect(createRedactor('abcd').redact('abcd')).toBe('[secret]')
})

test('quoted text is one short line', () => {
  const { quote } = createRedactor('the-secret')
  expect(quote('a\r\nb\u001b[2J\u0085c\u2028d the-secret\n')).toBe('a b [2J c d [secret]')
  expect(quote('x'.repeat(500))).toBe('x'.repeat(500))
  expect(quote('x'.repeat(501))).toBe(`${'x'.repeat(500)}…`)
  for (const nothing of ['', undefined, null, 17, {}]) expect(quote(nothing)).toBeUndefined()
})

test('no part of a secret remains where a long text is cut', () => {
  const token = Array.from({ length: 300 }, (_, index) => index.toString(36).padStart(3, 'x')).join('')
  const quoted = createRedactor(token).quote(`${token} `.repeat(100))
  for (let at = 0; at + 9 <= token.length; at++) expect(quoted).not.toContain(token.slice(at, at + 9))
})

test('a text of a megabyte is quoted quickly, without part of a secret where it was cut', () => {
  const token = 'x7Gq-'.repeat(400)
  const { quote } = createRedactor(token, '/////', '""""')
  const cpuTime = startCpuTimer()
  expect(quote(`${token} `.repeat(500))).not.toContain('x7Gq-x7Gq-')
  quote('\\'.repeat(1_048_576))
  quote('%25'.repeat(349_525))
  expect(cpuTime()).toBeLessThan(5_000)
})
