import {
  aborted,
  ConnectionError,
  ContractViolationError,
  isPartnerCenterError,
  NotSentError,
  type PartnerCenterError,
  RequestTimeoutError,
} from '../errors/errors.ts'
import { parseClaimsChallenge } from '../protocol/claims-challenge.ts'
import { effectOf, effectWithoutAnswer, isFromPartnerCenter } from '../protocol/effect.ts'
import { parseRetryAfter } from '../protocol/retry-after.ts'
import type { Attempt, RequestName } from '../telemetry/audit.ts'
import { callHook } from '../telemetry/hooks.ts'
import { startTimeout } from '../time/timeout-signal.ts'
import { defined, isRecord, parseObject } from '../values/json.ts'
import { redact, redactHeaders } from '../values/redact.ts'
import { responseWithText } from './body-text-cache.ts'
import type { Call } from './call.ts'
import type { Context } from './context.ts'
import { readBody } from './read-body.ts'

/** An attempt with a complete response, whatever its status. */
export interface Answer {
  /** Always absent: distinguishes an answer from a {@link Failure}. */
  readonly error?: undefined
  /** The audit record of the attempt. */
  readonly record: Attempt
  /** The response, with the token redacted. */
  readonly response: Response
  /** The text of its body, with the token redacted. */
  readonly text: string
  /** The text as a JSON object, if it is one. */
  readonly body: object | undefined
  /** The token that was sent. */
  readonly token: string
  /** The claims that the service demands of the next token. */
  readonly claims: string | undefined
}

/** An attempt without a complete response. */
export interface Failure {
  /** The reason. */
  readonly error: PartnerCenterError
  /** The audit record of the attempt; absent if it failed before it was recorded. */
  readonly record?: Attempt
}

/**
 * Sends a request once and reads the response, within the time limit.
 *
 * @param refusal the answer that refused the last token; returned again if there is no other token to try
 */
export async function sendOnce(
  operation: RequestName,
  { url, method, headers: given }: Request,
  body: string,
  call: Call,
  { clock, fetch, tokens, onRequest, onResponse }: Context,
  refusal: Answer | undefined,
): Promise<Answer | Failure> {
  // GET requests, and operations named check or get, only read; any other request may have an effect.
  const hasEffect = method !== 'GET' && !/^(check|get)/.test(operation)
  const begin = clock.elapsed()
  const startedAt = new Date(clock.now()).toISOString()
  const timeout = Math.min(call.timeout, call.endsAt - begin)
  const { signal, clear } = startTimeout(timeout, call.signal)
  let record: { -readonly [Key in keyof Attempt]: Attempt[Key] } | undefined
  let response: Response | undefined
  let answered: Headers | undefined
  try {
    const token = await tokens.get(signal, refusal)
    if (token === refusal?.token) return refusal
    const headers = new Headers(given)
    const requestId = headers.get('MS-RequestId') ?? call.requestId
    const correlationId = call.correlationId ?? crypto.randomUUID()
    headers.set('MS-RequestId', requestId)
    headers.set('MS-CorrelationId', correlationId)
    if (hasEffect && call.beforeCreate) {
      await call.beforeCreate(correlationId).catch((cause: unknown) => {
        throw isPartnerCenterError(cause) ? cause : notRecorded(cause)
      })
      signal.throwIfAborted()
    }
    record = { operation, requestId, correlationId, startedAt, duration: 0 }
    callHook(onRequest, { ...record, method, url, headers })
    headers.set('Authorization', `Bearer ${token}`)
    call.attempts.push(record)
    response = await fetch(url, { method, headers, body: body || null, redirect: 'manual', signal })
    const { status, type } = response
    // A mocked `fetch` may return an error response where a real one rejects.
    if (type === 'error') throw new TypeError('network error')
    // A service may quote the request; the token must not get into logs that way.
    const received = redactHeaders(response.headers, token)
    answered = received
    const header = (name: string): string | undefined => received.get(name) ?? undefined
    const retryAfter = parseRetryAfter(received, clock.now())
    Object.assign(record, defined({ status, cv: header('MS-CV'), serverId: header('MS-ServerId'), retryAfter }))
    if (type === 'opaqueredirect' || (status >= 300 && status < 400))
      throw new ContractViolationError('Redirects are not followed')
    const text = redact(await readBody(response), token)
    const json = parseObject(text)
    const answer = { status, headers: received, text, body: json }
    if (hasEffect) record.effect = effectOf(answer)
    if (!isFromPartnerCenter(answer) && (status >= 400 || (text && !json))) record.foreign = true
    return {
      record,
      response: responseWithText(response, text, received),
      text,
      body: json,
      token,
      claims: parseClaimsChallenge(header('WWW-Authenticate')),
    }
  } catch (cause) {
    // An unread body would keep its socket open; cancelling one that was read rejects, which is harmless.
    response?.body?.cancel().catch(() => {})
    const error = toError(cause)
    if (!record) return { error }
    record.error = error.name
    if (hasEffect) record.effect = effectWithoutAnswer(error.unsent)
    return { error, record }
  } finally {
    clear()
    if (record) {
      record.duration = clock.elapsed() - begin
      callHook(onResponse, defined({ ...record, headers: answered }))
    }
  }

  function toError(cause: unknown): PartnerCenterError {
    if (isPartnerCenterError(cause)) return cause
    if (call.signal?.aborted) return aborted(call.signal)
    if (signal.aborted)
      return new RequestTimeoutError(`No ${record ? 'response' : 'token'} within ${timeout} ms`, { cause })
    const why = reasonOf(cause)
    // Node, Bun and Deno each word this differently; browsers give no reason.
    return new ConnectionError(`No connection: ${why}`, {
      cause,
      unsent: /conn(ection ?)?refused|enotfound|eai_again|connect_t|dns error/i.test(why),
    })
  }
}

function notRecorded(cause: unknown): NotSentError {
  return new NotSentError('The create was not sent, because its request ID could not be recorded', {
    cause,
    unsent: true,
  })
}

/** The code of the innermost error, or else its message. */
function reasonOf(error: unknown): string {
  if (!isRecord(error)) return String(error)
  return error.cause ? reasonOf(error.cause) : String(error.code ?? error.message)
}
