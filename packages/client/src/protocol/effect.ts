import { isRecord } from '../values/json.ts'

/**
 * The effect that an attempt at a create may have had: certainly none (`none`), perhaps an upgrade (`possible`), or an upgrade that the
 * service accepted (`accepted`).
 */
export type Effect = 'none' | 'possible' | 'accepted'

/** The parts of a response that decide its effect; `body` is the result of {@link parseObject}. */
interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: object | undefined
}

/**
 * Decides whether an attempt at a create could have had an effect; this is decided here only.
 *
 * Only Partner Center's own refusal proves that it had none. A page from a firewall, a proxy or a gateway may replace any response, even a
 * 202.
 */
export function effectOf(answer: Answered): Effect {
  const { status } = answer
  const own = isFromPartnerCenter(answer)
  if (status >= 200 && status < 300) return own || !answer.text || answer.body ? 'accepted' : 'possible'
  return own && status >= 400 && status < 500 && status !== 408 ? 'none' : 'possible'
}

/** The effect of an attempt without a complete response: none only if it was certainly not sent. */
export function effectWithoutAnswer(unsent: boolean | undefined): Effect {
  return unsent ? 'none' : 'possible'
}

/**
 * Whether a response is Partner Center's own: it has one of its `MS-` headers, or a documented fault or throttling body, or is the
 * documented 401 without a body.
 *
 * @see https://learn.microsoft.com/partner-center/developer/headers
 * @see https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
 * @see https://learn.microsoft.com/partner-center/security/partner-security-requirements-mandating-mfa
 */
export function isFromPartnerCenter({ status, headers, text, body }: Answered): boolean {
  for (const name of headers.keys()) if (name.startsWith('ms-')) return true
  if (isRecord(body)) return (body.code ?? body.statusCode ?? undefined) !== undefined
  return !text && (status === 401 ? headers.has('WWW-Authenticate') : status === 429)
}
