import type { Operation, SecurityScheme } from '@partner-upgrades/spec'
import { expect, test } from 'vitest'
import { textMessage } from '../../test/messages.ts'
import { smallOperation } from '../../test/small-contract.ts'
import { admit } from './credentials.ts'

const bearer: SecurityScheme = { name: 'user', type: 'oauth2' }
const basic: SecurityScheme = { name: 'login', type: 'http', scheme: 'basic' }
const header: SecurityScheme = { name: 'key', type: 'apiKey', in: 'header', parameterName: 'X-Key' }
const query: SecurityScheme = { name: 'key', type: 'apiKey', in: 'query', parameterName: 'key' }
const cookie: SecurityScheme = { name: 'key', type: 'apiKey', in: 'cookie', parameterName: 'session' }

function secured(...security: SecurityScheme[][]): Operation {
  return { ...smallOperation, security }
}

test.each([
  ['a bearer token', bearer, textMessage({ headers: { authorization: 'Bearer t' } }), 't'],
  [
    'a bearer token, with the scheme in any case',
    bearer,
    textMessage({ headers: { authorization: 'bEARER  t' } }),
    't',
  ],
  ['basic credentials', basic, textMessage({ headers: { authorization: 'Basic dTpw' } }), 'dTpw'],
  ['a key in a header', header, textMessage({ headers: { 'x-key': 'k' } }), 'k'],
  ['a key in the query', query, textMessage({ target: '/things?a=1&key=k' }), 'k'],
  ['a key in a cookie', cookie, textMessage({ headers: { cookie: 'a=1; session=k' } }), 'k'],
])('%s is found', (_, scheme, message, value) => {
  expect(admit(secured([scheme]), message, () => true)).toEqual({ credentials: [{ scheme, value }] })
})

test.each([
  ['no header', {}],
  ['another scheme', { authorization: 'Basic dTpw' }],
  ['no token', { authorization: 'Bearer' }],
  ['a scheme that only starts the same way', { authorization: 'Bearers' }],
  ['no space after the scheme', { authorization: 'bearerx' }],
  ['an empty token', { authorization: 'Bearer ' }],
])('with %s, credentials are missing', (_, headers) => {
  expect(admit(secured([bearer]), textMessage({ headers }), () => true)).toEqual({
    refusal: { reason: 'credentialsMissing', status: 401 },
  })
})

test('a token that is not accepted is rejected', () => {
  const message = textMessage({ headers: { authorization: 'Bearer old' } })
  expect(admit(secured([bearer]), message, ({ value }) => value === 'new')).toEqual({
    refusal: { reason: 'credentialsRefused', status: 401 },
  })
})

test('one alternative must be satisfied completely', () => {
  const operation = secured([bearer, header], [query])
  const both = textMessage({ headers: { authorization: 'Bearer t', 'x-key': 'k' } })
  const half = textMessage({ headers: { authorization: 'Bearer t' } })
  const other = textMessage({ target: '/things?key=k' })
  expect([both, half, other].map((message) => admit(operation, message, () => true).refusal === undefined)).toEqual([
    true,
    false,
    true,
  ])
})

test('an operation without security needs no token', () => {
  expect(admit(secured(), textMessage({}), () => false)).toEqual({ credentials: [] })
})

test('the reason for a rejection is passed on', () => {
  const message = textMessage({ headers: { authorization: 'Bearer t' } })
  expect(admit(secured([bearer]), message, () => 'expired').refusal).toMatchObject({ because: 'expired' })
})

test('a request without the key of a scheme is refused, not an error', () => {
  for (const scheme of [cookie, query, header]) {
    for (const message of [
      textMessage({}),
      textMessage({ target: '/things?other=1', headers: { cookie: 'a=1; b' } }),
    ]) {
      expect(admit(secured([scheme]), message, () => true)).toEqual({
        refusal: { reason: 'credentialsMissing', status: 401 },
      })
    }
  }
})

test('spaces around a cookie are ignored', () => {
  const message = textMessage({ headers: { cookie: 'a=1 ;  session = k=1  ; b=2' } })
  expect(admit(secured([cookie]), message, () => true).credentials).toEqual([{ scheme: cookie, value: 'k=1' }])
})
