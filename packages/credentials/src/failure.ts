import { CredentialError, type CredentialFailure } from './errors.ts'

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
/** The application is unknown in the tenant: nobody there has consented yet. */
const notConsented = 'AADSTS700016'

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
  readonly correlation_id?: unknown
}

/**
 * Turns a refusal of the token endpoint into an error that says what to do. It takes texts over, and no secret in them.
 *
 * @param status that of the answer; 0 if there was none
 * @param secrets what must not show
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function toCredentialError(
  refusal: unknown,
  status: number,
  tenantId: string,
  secrets: readonly string[],
): CredentialError {
  const { error, error_description, correlation_id }: Refusal = Object(refusal)
  const oauthError = textOf(error)
  const description = hide(textOf(error_description) ?? '', secrets)
  const serviceCode = description.match(/AADSTS\d+/)?.[0]
  const reason = reasonOf(oauthError ?? '', serviceCode, status)
  const said = [oauthError, serviceCode, sentence(description)].filter(Boolean).join(' · ')
  return new CredentialError(reason, `The partner ${tenantId} ${advice[reason]} (${said || `status ${status}`})`, {
    tenantId,
    serviceCode,
    oauthError,
    correlationId: textOf(correlation_id),
  })
}

function reasonOf(oauthError: string, serviceCode: string | undefined, status: number): keyof typeof advice {
  if (interactive.includes(oauthError) || serviceCode === notConsented) return 'consent'
  return status === 0 || status === 429 || status >= 500 ? 'service' : 'client'
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** What Entra says before its IDs and the time. */
function sentence(description: string): string {
  const [said = ''] = description.replace(/^AADSTS\d+: /, '').split(/ Trace ID: |[\r\n]/)
  return said.replace(/\.$/, '')
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets.filter(Boolean).reduce((hidden, secret) => hidden.replaceAll(secret, '[secret]'), text)
}
