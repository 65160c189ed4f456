import { CredentialError, type CredentialFailure } from '../shared/errors.ts'
import type { Redactor } from '../shared/redact.ts'
import { findEntraError } from './entra-errors.ts'

/** Only the partner's user can help: RFC 6749 and 8628, OpenID Connect, and what Entra and msal say in their place. */
const interactive = [
  'invalid_grant',
  'interaction_required',
  'consent_required',
  'login_required',
  'access_denied',
  'authorization_declined',
  'bad_verification_code',
  'expired_token',
  'device_code_expired',
]
const advice = {
  consent: 'must sign in and consent again',
  client:
    'cannot be served, because the application is refused: check clientId, its secret or certificate, and its permissions',
  service: 'cannot be served now',
} satisfies Partial<Record<CredentialFailure, string>>

/** What an answer says that is not a token, or what msal throws, by the same names. */
interface Refusal {
  readonly error?: unknown
  readonly error_description?: unknown
  readonly error_codes?: unknown
  readonly correlation_id?: unknown
  readonly trace_id?: unknown
  readonly timestamp?: unknown
}

/**
 * Turns a refusal of the token endpoint into an error that says what to do. It quotes the endpoint, without secrets.
 *
 * @param status that of the answer; 0 if there was none
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function toCredentialError(
  refusal: unknown,
  status: number,
  tenantId: string,
  { quote }: Redactor,
): CredentialError {
  const { error, error_description, error_codes, correlation_id, trace_id, timestamp }: Refusal = Object(refusal)
  const description = textOf(error_description)
  const code = /AADSTS\d+/.exec(description)?.[0] ?? codeIn(error_codes)
  const known = code === undefined ? undefined : findEntraError(code)
  const reason = known?.reason ?? reasonOf(textOf(error), status)
  const [oauthError, serviceCode] = [quote(error), quote(code)]
  const said = [oauthError, serviceCode, sentence(quote(description) ?? '')].filter(Boolean).join(' · ')
  const what = known ? `cannot sign in: ${known.meaning}` : advice[reason]
  return new CredentialError(reason, `The partner ${tenantId} ${what} (${said || `status ${status}`})`, {
    tenantId,
    serviceCode,
    oauthError,
    remedy: known?.remedy,
    correlationId: quote(correlation_id) ?? quote(labelled('Correlation ID', description)),
    traceId: quote(trace_id) ?? quote(labelled('Trace ID', description)),
    timestamp: quote(timestamp) ?? quote(labelled('Timestamp', description)),
  })
}

function reasonOf(oauthError: string, status: number): keyof typeof advice {
  if (interactive.includes(oauthError)) return 'consent'
  return status === 0 || status === 429 || status >= 500 ? 'service' : 'client'
}

function codeIn(codes: unknown): string | undefined {
  const [first]: readonly unknown[] = Array.isArray(codes) ? codes : []
  return typeof first === 'number' ? `AADSTS${first}` : undefined
}

/** What stands behind a label of Entra's, each of which begins a line. */
function labelled(label: string, description: string): string | undefined {
  const line = description.split(/[\r\n]+/).find((each) => each.startsWith(`${label}: `))
  return line?.slice(label.length + 2)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** What Entra says before its IDs and the time, of a text on one line. */
function sentence(description: string): string {
  const [said = ''] = description.replace(/^AADSTS\d+: /, '').split(/ ?Trace ID: /)
  return said.replace(/\.$/, '')
}
