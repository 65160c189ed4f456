import { expect, test } from 'vitest'
import { createRedactor } from '../shared/redact.ts'
import { findEntraError } from './entra-errors.ts'
import { toCredentialError } from './token-endpoint-error.ts'

const tenantId = '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10'

/** An error response in the form that Entra documents: code and sentence first, then IDs and the time. */
function refusal(error: string, said: string) {
  const ids = 'Trace ID: 0000aaaa-11bb-cccc-dd22-eeeeee333333\r\nCorrelation ID: aaaa0000-bb11-2222-33cc-444444dddddd'
  return {
    error,
    error_description: `${said}\r\n${ids}\r\nTimestamp: 2026-01-09 02:02:12Z`,
    error_codes: [Number(/\d+/.exec(said)?.[0])],
    correlation_id: 'aaaa0000-bb11-2222-33cc-444444dddddd',
  }
}
const explain = (error: string, said: string, status = 400) =>
  toCredentialError(refusal(error, said), status, tenantId, createRedactor('top-secret'))

// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
test.for([
  ['invalid_grant', 'AADSTS700082: The refresh token has expired due to inactivity.'],
  ['invalid_grant', 'AADSTS50173: The provided grant has expired due to it being revoked.'],
  ['invalid_grant', 'AADSTS65001: The user or administrator has not consented to use the application.'],
  ['interaction_required', 'AADSTS50076: You must use multi-factor authentication to access the resource.'],
  ['unauthorized_client', 'AADSTS700016: Application with identifier was not found in the directory.'],
] as const)('%s %s is for the partner to fix', ([error, said]) => {
  const code = said.slice(0, said.indexOf(':'))
  const sentence = said.slice(code.length + 2, -1)
  expect(explain(error, said)).toMatchObject({
    reason: 'consent',
    serviceCode: code,
    oauthError: error,
    tenantId,
    correlationId: 'aaaa0000-bb11-2222-33cc-444444dddddd',
    traceId: '0000aaaa-11bb-cccc-dd22-eeeeee333333',
    timestamp: '2026-01-09 02:02:12Z',
    remedy: expect.stringMatching(/\.$/),
    message: `The partner ${tenantId} cannot sign in: ${findEntraError(code)?.meaning} (${error} · ${code} · ${sentence})`,
  })
})

test.for([
  ['invalid_client', 'AADSTS7000215: Invalid client secret is provided.'],
  ['invalid_client', 'AADSTS7000222: The provided client secret keys are expired.'],
  [
    'invalid_client',
    "AADSTS700025: Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  ],
  ['invalid_client', 'AADSTS700027: Client assertion failed signature validation.'],
] as const)('%s %s is for the owner of the application to fix', ([error, said]) => {
  expect(explain(error, said)).toMatchObject({ reason: 'client', remedy: expect.stringMatching(/secret|certificate/) })
})

test.for([
  [503, 'temporarily_unavailable', 'AADSTS90033: A transient error has occurred. Please try again.'],
  [429, 'invalid_request', 'AADSTS90055: Server is busy'],
] as const)('an error with status %d is transient', ([status, error, said]) => {
  expect(explain(error, said, status)).toMatchObject({
    reason: 'service',
    remedy: expect.stringContaining('Try again in a few minutes'),
  })
})

test('a code that is not in the table is explained by the kind of its error', () => {
  expect(explain('invalid_grant', 'AADSTS99999999: New.').message).toContain('must sign in and consent again')
  expect(explain('temporarily_unavailable', 'AADSTS99999999: New.', 503).message).toContain('cannot sign in now')
  expect(explain('invalid_grant', 'AADSTS99999999: New.')).not.toHaveProperty('remedy')
})

// https://www.rfc-editor.org/rfc/rfc6749#section-5.2; 0 means that there was no response.
test.for([
  [0, 'service'],
  [400, 'client'],
  [401, 'client'],
  [429, 'service'],
  [499, 'client'],
  [500, 'service'],
] as const)('an unknown error with the status %d has the reason %s', ([status, reason]) => {
  expect(explain('odd', 'AADSTS99999999: New.', status).reason).toBe(reason)
})

test.for([
  ['access_denied', 'RFC 6749, 4.1.2.1, and RFC 8628, 3.5'],
  ['invalid_grant', 'RFC 6749, 5.2'],
  ['expired_token', 'RFC 8628, 3.5'],
  ['authorization_declined', 'Entra, device authorization grant, instead of access_denied'],
  ['bad_verification_code', 'Entra, device authorization grant'],
  ['login_required', 'OpenID Connect Core, 3.1.2.6'],
  ['interaction_required', 'OpenID Connect Core, 3.1.2.6'],
  ['consent_required', 'OpenID Connect Core, 3.1.2.6'],
  ['device_code_expired', 'msal, instead of expired_token'],
])('%s is for a user to fix (%s)', ([error]) => {
  expect(toCredentialError({ error }, 400, tenantId, createRedactor())).toMatchObject({
    reason: 'consent',
    message: `The partner ${tenantId} must sign in and consent again (${error})`,
  })
})

test("only the sentence of Entra's description is quoted, without its code and IDs", () => {
  const error_description = 'AADSTS99999999: One. Two. Trace ID: a Correlation ID: b Timestamp: c'
  const { message, ...rest } = toCredentialError({ error_description }, 400, tenantId, createRedactor())
  expect(message).toMatch(/\(AADSTS99999999 · One\. Two\)$/)
  expect(rest).not.toHaveProperty('traceId')
  const said = (error_description: string) =>
    toCredentialError({ error_description }, 400, tenantId, createRedactor()).message
  expect(said('AADSTS99999999: Trace ID: a')).toMatch(/ \(AADSTS99999999\)$/)
  expect(said('Said: AADSTS99999999: No. ')).toMatch(/ \(AADSTS99999999 · Said: AADSTS99999999: No\)$/)
})

test.for([{ error_codes: ['53003'] }, { error_codes: 53_003 }, { error_codes: [] }])('%j contains no code', (body) => {
  expect(toCredentialError(body, 400, tenantId, createRedactor())).not.toHaveProperty('serviceCode')
})

test('a code that appears only in error_codes is found, too', () => {
  const body = { error: 'invalid_grant', error_description: 'Blocked.', error_codes: [53003] }
  expect(toCredentialError(body, 400, tenantId, createRedactor())).toMatchObject({ serviceCode: 'AADSTS53003' })
})

test('IDs are read from their own properties', () => {
  const body = { error: 'invalid_grant', correlation_id: 'the-exchange', trace_id: 'the-request', timestamp: 'today' }
  expect(toCredentialError(body, 400, tenantId, createRedactor())).toMatchObject({
    correlationId: 'the-exchange',
    traceId: 'the-request',
    timestamp: 'today',
  })
})

test('IDs without a property are read from the lines of the description', () => {
  const { correlation_id: _, ...body } = refusal('invalid_grant', 'AADSTS50173: Revoked.')
  expect(toCredentialError(body, 400, tenantId, createRedactor())).toMatchObject({
    correlationId: 'aaaa0000-bb11-2222-33cc-444444dddddd',
    traceId: '0000aaaa-11bb-cccc-dd22-eeeeee333333',
  })
})

test('a secret that the service echoes is not shown', () => {
  const error = explain('invalid_grant', 'AADSTS9002313: the token top-secret is malformed')
  expect(error.message).toContain('the token [secret] is malformed')
  expect(JSON.stringify(error)).not.toContain('top-secret')
})

test.for([undefined, 'no JSON object', {}, { error: 17 }])(
  'an error response without details (%j) still results in advice',
  (body) => {
    const { message } = toCredentialError(body, 418, tenantId, createRedactor())
    expect(message).toBe(
      `The partner ${tenantId} cannot sign in, because the application is rejected: check clientId, its secret or certificate, and its permissions (status 418)`,
    )
  },
)
