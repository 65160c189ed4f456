import { expect, test } from 'vitest'
import { readClaims } from './token-claims.ts'

const tokenOf = (claims: unknown) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join('.')

// https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
test('the claims of a version 1.0 token for a user are read', () => {
  const claims = {
    aud: 'https://api.partnercenter.microsoft.com',
    tid: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10',
    appid: '11111111-1111-4111-8111-111111111111',
    upn: 'admin@partner.example',
    scp: 'user_impersonation',
    amr: ['pwd', 'mfa'],
  }
  expect(readClaims(tokenOf(claims))).toEqual({
    audience: claims.aud,
    tenantId: claims.tid,
    clientId: claims.appid,
    username: claims.upn,
    isAppUser: true,
    hasMfa: true,
  })
})

test('the claims of a version 2.0 token for a user are read', () => {
  const claims = {
    azp: '11111111-1111-4111-8111-111111111111',
    preferred_username: 'admin@partner.example',
    idtyp: 'user',
  }
  expect(readClaims(tokenOf(claims))).toMatchObject({
    clientId: claims.azp,
    username: claims.preferred_username,
    isAppUser: true,
    hasMfa: undefined,
  })
})

test('without newer claims, the user name is read from unique_name', () => {
  expect(readClaims(tokenOf({ unique_name: 'admin@partner.example' })).username).toBe('admin@partner.example')
})

test.for([
  [{ idtyp: 'app' }, false],
  [{ idtyp: 'app', scp: 'user_impersonation' }, false],
  [{ roles: ['Customer.Read'] }, false],
  [{ oid: 'a', sub: 'a' }, false],
  [{ oid: 'a', sub: 'b' }, undefined],
  [{ roles: ['Admin'], scp: 'user_impersonation' }, true],
  [{}, undefined],
] as const)('whether a token with the claims %j is App+User: %j', ([claims, expected]) => {
  expect(readClaims(tokenOf(claims)).isAppUser).toBe(expected)
})

test.for([
  [['pwd'], false],
  [['rsa', 'mfa'], true],
  ['mfa', undefined],
] as const)('whether a token with the methods %j has MFA: %j', ([amr, expected]) => {
  expect(readClaims(tokenOf({ amr })).hasMfa).toBe(expected)
})

test.for(['', 'opaque', 'a.b', 'a.b.c', tokenOf(null), tokenOf('text'), tokenOf([])])(
  'an unreadable token (%j) has no claims',
  (token) => {
    expect(new Set(Object.values(readClaims(token)))).toEqual(new Set([undefined]))
  },
)
