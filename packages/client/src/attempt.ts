import type { OperationId } from '@partner-upgrades/spec'
import type { Attempt } from './audit.ts'
import { withText } from './bodies.ts'
import { readText } from './body.ts'
import type { Call } from './call.ts'
import { claimsOf } from './claims.ts'
import type { Context } from './context.ts'
import {
  aborted,
  ConnectionError,
  ContractViolationError,
  isPartnerCenterError,
  type PartnerCenterError,
  RequestTimeoutError,
} from './errors.ts'
import { tell } from './hooks.ts'
import { defined, isRecord } from './json.ts'
import { openScope } from './scope.ts'

/** An answer arrived whole, whatever its status. */
export interface Answer {
  readonly error?: undefined
  readonly record: Attempt
  readonly response: Response
  readonly text: string
  /** The token that was sent, and the claims that the service demands in its place. */
  readonly token: string
  readonly claims: string | undefined
}

/** None did. */
export interface Failure {
  readonly error: PartnerCenterError
  /** Absent if nothing was sent. */
  readonly record?: Attempt
}

/**
 * Sends a request once and reads its answer, within its time.
 *
 * @param refusal the answer that refused the last token; it is what is returned if there is no other token to try
 */
export async function attempt(
  operation: OperationId,
  { url, method, headers: given }: Request,
  body: string,
  call: Call,
  { clock, fetch, tokens, onRequest, onResponse }: Context,
  refusal: Answer | undefined,
): Promise<Answer | Failure> {
  const begin = clock.now()
  const timeout = Math.min(call.timeout, call.endsAt - begin)
  const { signal, end } = openScope(timeout, call.signal)
  let record: { -readonly [Key in keyof Attempt]: Attempt[Key] } | undefined
  let response: Response | undefined
  try {
    const token = await tokens.get(signal, refusal)
    if (token === refusal?.token) return refusal
    const headers = new Headers(given)
    const requestId = headers.get('MS-RequestId') ?? call.requestId
    const correlationId = call.correlationId ?? crypto.randomUUID()
    headers.set('MS-RequestId', requestId)
    headers.set('MS-CorrelationId', correlationId)
    record = { operation, requestId, correlationId, startedAt: new Date(begin).toISOString(), duration: 0 }
    tell(onRequest, { ...record, method, url, headers })
    headers.set('Authorization', `Bearer ${token}`)
    call.attempts.push(record)
    response = await fetch(url, { method, headers, body: body || null, redirect: 'manual', signal })
    const { status, type, headers: answered } = response
    // What a `fetch` made of a mock may return where others reject.
    if (type === 'error') throw new TypeError('network error')
    const header = (name: string): string | undefined => answered.get(name) ?? undefined
    Object.assign(record, defined({ status, cv: header('MS-CV'), serverId: header('MS-ServerId') }))
    if (type === 'opaqueredirect' || (status >= 300 && status < 400))
      throw new ContractViolationError('Redirects are not followed')
    const text = await readText(response)
    return {
      record,
      response: withText(response, text),
      text,
      token,
      claims: claimsOf(header('WWW-Authenticate')),
    }
  } catch (cause) {
    const error = explain(cause)
    if (!record) return { error }
    record.error = error.name
    return { error, record }
  } finally {
    end()
    if (record) {
      record.duration = clock.now() - begin
      tell(onResponse, defined({ ...record, headers: response?.headers }))
    }
  }

  function explain(cause: unknown): PartnerCenterError {
    if (isPartnerCenterError(cause)) return cause
    if (call.signal?.aborted) return aborted(call.signal)
    if (signal.aborted)
      return new RequestTimeoutError(`No ${record ? 'answer' : 'token'} within ${timeout} ms`, { cause })
    const why = reasonOf(cause)
    // Node, Bun and Deno have each their own words for it; browsers have none.
    return new ConnectionError(`No connection: ${why}`, {
      cause,
      unsent: /conn(ection ?)?refused|enotfound|eai_again|connect_t|dns error/i.test(why),
    })
  }
}

/** The code, or at least the words, of the innermost error. */
function reasonOf(error: unknown): string {
  if (!isRecord(error)) return String(error)
  return error.cause ? reasonOf(error.cause) : String(error.code ?? error.message)
}
