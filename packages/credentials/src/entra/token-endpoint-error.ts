import { CredentialError, type CredentialFailure } from '../shared/errors.ts'
import type { Redactor } from '../shared/redact.ts'
import { findEntraError } from './entra-errors.ts'

/** Errors that only the partner's user can fix: of RFC 6749 and 8628, of OpenID Connect, and the equivalents of Entra and msal. */
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
    'cannot sign in, because the application is rejected: check clientId, its secret or certificate, and its permissions',
  service: 'cannot sign in now',
} satisfies Partial<Record<CredentialFailure, string>>

/** An error response, or an error of msal under the same names. */
interface Refusal {
  readonly error?: unknown
  readonly error_description?: unknown
  readonly error_codes?: unknown
  readonly correlation_id?: unknown
  readonly trace_id?: unknown
  readonly timestamp?: unknown
}

/**
 * Turns an error response of the token endpoint into an error that says what to do. It quotes the endpoint, without secrets.
 *
 * @param status the HTTP status; 0 if there was no response
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

/** Returns the text after one of Entra's labels, each of which starts a line. */
function labelled(label: string, description: string): string | undefined {
  const line = description.split(/[\r\n]+/).find((each) => each.startsWith(`${label}: `))
  return line?.slice(label.length + 2)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Returns the sentence that precedes Entra's IDs and the time in a one-line text. */
function sentence(description: string): string {
  const [said = ''] = description.replace(/^AADSTS\d+: /, '').split(/ ?Trace ID: /)
  return said.replace(/\.$/, '')
}
