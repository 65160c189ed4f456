import { isRecord } from '../values/json.ts'

/**
 * What an attempt at a create may have done at the service: certainly nothing (`none`), perhaps an upgrade (`possible`), or an upgrade
 * that the service has accepted (`accepted`).
 */
export type Effect = 'none' | 'possible' | 'accepted'

/** What the decision needs of an answer: its body is that of {@link parseObject}, or `undefined`. */
interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: object | undefined
}

/**
 * Decides whether an attempt at a create could have had an effect: the only place that does.
 *
 * Only Partner Center's own refusal proves that it had none. A page of a firewall, a proxy or a gateway may stand in the place of any
 * answer, also of a 202.
 */
export function effectOf(answer: Answered): Effect {
  const { status } = answer
  const own = isFromPartnerCenter(answer)
  if (status >= 200 && status < 300) return own || !answer.text || answer.body ? 'accepted' : 'possible'
  return own && status >= 400 && status < 500 && status !== 408 ? 'none' : 'possible'
}

/** As {@link effectOf}, of an attempt without a whole answer: it had none only if it was certainly not sent. */
export function effectWithoutAnswer(unsent: boolean | undefined): Effect {
  return unsent ? 'none' : 'possible'
}

/**
 * Whether an answer is Partner Center's own: it carries one of its `MS-` headers, or a fault or throttling body as documented, or is the
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
