import { CredentialError, type CredentialFailure } from '@partner-upgrades/credentials'
import { expect, test } from 'vitest'
import { adviceOnConnection } from './connection-advice.ts'
import { signingIn, toCredentialFailure } from './credential-failure.ts'

const failureOf = (reason: CredentialFailure, details: object = {}, login = false) =>
  toCredentialFailure(new Error('wrapped', { cause: new CredentialError(reason, 'clientId is odd', details) }), login)

// The exit codes of the README: 2 usage, 3 credentials, 5 connection.
test.for<[reason: CredentialFailure, code: number, advice: RegExp | undefined, inLogin: RegExp | undefined]>([
  ['options', 2, undefined, undefined],
  ['store', 3, undefined, undefined],
  ['consent', 3, /^Sign in again: partner-upgrades login$/, /^Run the command again, and complete the sign-in\.$/],
  [
    'client',
    3,
    /CLIENT_SECRET or PARTNER_CENTER_CERTIFICATE.*expiry/,
    /TENANT_ID, PARTNER_CENTER_CLIENT_ID and the reg/,
  ],
  ['connection', 5, /^Check the network and its proxy/, /^Check the network and its proxy/],
  ['service', 5, /^Try again later\.$/, /^Try again later\.$/],
])('%s has its exit code and advice, in login and elsewhere', ([reason, exitCode, advice, inLogin]) => {
  for (const [login, expected] of [
    [false, advice],
    [true, inLogin],
  ] as const) {
    const failure = failureOf(reason, {}, login)
    expect(failure).toMatchObject({ exitCode, details: { error: { name: 'CredentialError', reason } } })
    expect(failure?.advice).toEqual(expected ? [expect.stringMatching(expected)] : [])
    // Only the name of an option is replaced, by that of its variable.
    expect(failure?.message).toBe(reason === 'options' ? 'PARTNER_CENTER_CLIENT_ID is odd' : 'clientId is odd')
  }
})

// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
test.for<[code: string, login: boolean, next: string[]]>([
  ['AADSTS53003', false, ['Then sign in again: partner-upgrades login']],
  ['AADSTS53003', true, ['Then run this command again.']],
  ['AADSTS700082', false, ['Sign in again: partner-upgrades login']],
  ['AADSTS700082', true, []],
  ['AADSTS7000215', false, []],
])('%s, in login: %s, has its own remedy, and then %j', ([serviceCode, login, next]) => {
  const [remedy, ...more] = failureOf('consent', { serviceCode }, login)?.advice ?? []
  expect(remedy).toMatch(/\.$/)
  expect(more).toEqual(next)
})

test.for<[ids: object, lines: string[]]>([
  [{ traceId: 'b' }, ['For support: Trace ID b']],
  [{ correlationId: 'a', timestamp: 'c' }, ['For support: Correlation ID a,', 'Timestamp c']],
  [
    { correlationId: 'a', traceId: 'b', timestamp: 'c' },
    ['For support: Correlation ID a,', 'Trace ID b,', 'Timestamp c'],
  ],
])('%j is shown for support', ([ids, lines]) => {
  expect(failureOf('store', ids)?.advice).toEqual(lines)
})

// The codes of Node, https://nodejs.org/api/errors.html, and of OpenSSL for certificates, https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error
test.for<[code: string | undefined, advice: RegExp | undefined]>([
  ['ENOTFOUND', /^The host name is unknown here.*HTTPS_PROXY/],
  ['EAI_AGAIN', /^The host name is unknown here/],
  ['CERT_HAS_EXPIRED', /expired: check the clock/],
  ['CERT_NOT_YET_VALID', /not valid yet: check the clock/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /another host: check PARTNER_CENTER_BASE_URL/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /not trusted here.*\n.*NODE_EXTRA_CA_CERTS/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /not trusted here/],
  ['PROXY_407', /user and a password.*\n.*NTLM/],
  ['PROXY_403', /^The proxy refused the connection/],
  ['XPROXY_403', undefined],
  ['PROXY_403X', undefined],
  ['PROXY_', undefined],
  ['ECONNREFUSED', undefined],
  ['toString', undefined],
  [undefined, undefined],
])('on %s, the advice is %s', ([code, advice]) => {
  expect(adviceOnConnection(code)?.join('\n')).toEqual(advice && expect.stringMatching(advice))
  const told = failureOf('connection', { connectionCode: code })?.advice.join('\n')
  expect(told).toMatch(advice ?? /^Check the network and its proxy, then rerun the command\.$/)
})

test('a response from something in between has its own advice', () => {
  expect(failureOf('service', { isForeign: true })?.advice[0]).toMatch(/^Have the firewall, web filter or proxy allow/)
})

test('any other error is not converted', async () => {
  expect(toCredentialFailure(new Error('another'))).toBeUndefined()
  const other = new RangeError('another')
  await expect(signingIn(() => Promise.reject(other))).rejects.toBe(other)
  expect(await signingIn(async () => 17)).toBe(17)
  const cause = new CredentialError('consent', 'refused')
  await expect(signingIn(() => Promise.reject(cause))).rejects.toMatchObject({
    exitCode: 3,
    message: 'refused',
    advice: ['Run the command again, and complete the sign-in.'],
    details: { error: cause.toJSON() },
    cause,
  })
})
