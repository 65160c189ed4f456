import { CredentialError, type CredentialFailure } from './errors.ts'
import type { Settings } from './settings.ts'

/** What OAuth calls the cases in which only the partner's user can help. */
const interactive = ['invalid_grant', 'interaction_required', 'consent_required', 'login_required']
const refusedClient = ['invalid_client', 'unauthorized_client']
/** The application is unknown in the tenant: nobody there consented yet. */
const notConsented = 'AADSTS700016'

const advice: Readonly<Record<string, string>> = {
  consent: 'must sign in and consent again',
  client: 'cannot be served: the application is refused, check clientId and its secret or certificate',
  service: 'cannot be served',
}

/** What msal throws, and what we need of it. */
interface Thrown {
  readonly errorCode?: unknown
  readonly errorMessage?: unknown
  readonly errorNo?: unknown
  readonly correlationId?: unknown
}

/**
 * Turns what msal throws into an error that says what to do. It takes over texts only, without any secret in them.
 *
 * @param secrets what must not show
 */
export function toCredentialError(
  thrown: unknown,
  { tenantId }: Pick<Settings, 'tenantId'>,
  secrets: readonly string[],
): CredentialError {
  if (thrown instanceof CredentialError) return thrown
  const { errorCode, errorMessage, errorNo, correlationId }: Thrown = Object(thrown)
  const oauthError = textOf(errorCode)
  const said = textOf(errorMessage) ?? (thrown instanceof Error ? thrown.message : '')
  const serviceCode = said.match(/AADSTS\d+/)?.[0] ?? (errorNo ? `AADSTS${errorNo}` : undefined)
  const reason = reasonOf(oauthError ?? '', serviceCode)
  const words = [`The partner ${tenantId} ${advice[reason]}`, [oauthError, serviceCode].filter(Boolean).join(' ')]
  const details = { tenantId, serviceCode, oauthError, correlationId: textOf(correlationId) }
  return new CredentialError(reason, [...words, firstSentence(hide(said, secrets))].filter(Boolean).join(': '), details)
}

function reasonOf(oauthError: string, serviceCode: string | undefined): CredentialFailure {
  if (interactive.includes(oauthError) || serviceCode === notConsented) return 'consent'
  return refusedClient.includes(oauthError) ? 'client' : 'service'
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** msal wraps the service's description in a line of IDs. */
function firstSentence(said: string): string {
  const description = said.match(/ - Description: (.*?)(?= - Correlation ID: |$)/s)?.[1] ?? said
  return (description.match(/^[^\r\n]*?(?=\.?(?: Trace ID:|[\r\n]|$))/)?.[0] ?? '').replace(/^AADSTS\d+: /, '')
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets.reduce((hidden, secret) => (secret === '' ? hidden : hidden.replaceAll(secret, '[secret]')), text)
}
