import { expect, test } from 'vitest'
import { parseSettings, SettingsError } from './settings.ts'

const customerId = '58e2af4f-0ad3-4688-8744-be2357cd939a'
const real = { PARTNER_CENTER_BASE_URL: 'http://127.0.0.1:4010', PARTNER_CENTER_TOKEN: 'secret-token' }

test('without settings, the embedded mock and the documented customer are used', () => {
  expect(parseSettings([], {})).toEqual({ kind: 'embedded', customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969' })
})

test('a base URL, a token and a customer select a real endpoint', () => {
  expect(parseSettings([customerId], real)).toEqual({
    kind: 'real',
    customerId,
    baseUrl: 'http://127.0.0.1:4010',
    token: 'secret-token',
  })
})

test.for<[what: string, args: string[], env: Record<string, string>, message: RegExp]>([
  ['a customer ID that is not a GUID', ['abc'], {}, /"abc" is not a GUID.*npm start -- /],
  ['two customers', [customerId, customerId], {}, /One customer at a time/],
  ['a real endpoint without a customer', [], real, /needs a customer.*npm start -- /],
  [
    'a real endpoint without a token',
    [customerId],
    { PARTNER_CENTER_BASE_URL: 'https://x.example' },
    /PARTNER_CENTER_TOKEN must/,
  ],
  ['a token without an endpoint', [customerId], { PARTNER_CENTER_TOKEN: 'secret-token' }, /set both, or neither/],
])('%s is rejected, and the message says what to do', ([, args, env, message]) => {
  expect(() => parseSettings(args, env)).toThrow(SettingsError)
  expect(() => parseSettings(args, env)).toThrow(message)
  expect(() => parseSettings(args, env)).not.toThrow(/secret-token/)
})
