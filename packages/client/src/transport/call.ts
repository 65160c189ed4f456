import { aborted, isPartnerCenterError } from '../errors/errors.ts'
import type { CallOptions } from '../options/client-options.ts'
import type { Settings } from '../options/settings.ts'
import { validateOptions } from '../options/validate-input.ts'
import type { Attempt, AuditRecord, CallDetails, CallName } from '../telemetry/audit.ts'
import { callHook } from '../telemetry/hooks.ts'
import { defined } from '../values/json.ts'

/** A logical call in progress: the state that all its HTTP requests share. */
export interface Call extends CallOptions {
  /** The method that was called. */
  readonly name: CallName
  /** `MS-RequestId` of the call. */
  readonly requestId: string
  /** The HTTP requests of the call so far; `sendOnce` adds to them. */
  readonly attempts: Attempt[]
  /** Milliseconds for one attempt. */
  readonly timeout: number
  /** When the call must have ended, in milliseconds of the monotonic clock. */
  readonly endsAt: number
  /** Records an attempt at a create before it is sent; if it throws, the create is not sent. */
  readonly beforeCreate?: (correlationId: string) => Promise<void>
}

/** The calls by their results and errors; weak, so that the details are freed with the result. */
const calls = new WeakMap<object, CallDetails>()

/**
 * Returns the call that a result or an error came from: its request ID and its HTTP requests, for a log or a support ticket.
 *
 * @returns `undefined` for a value that did not come from a call.
 */
export function detailsOf(value: object): CallDetails | undefined {
  return calls.get(value)
}

/** Makes {@link detailsOf} work for a part of a result as well. */
export function shareDetails(whole: object, part: object): void {
  const details = calls.get(whole)
  if (details) calls.set(part, details)
}

/** The fields that an audit record copies from the input of a call, and from its result or error. */
interface About {
  readonly customerId?: string
  readonly upgradeId?: string
  readonly serviceCode?: string
}

/** Runs one logical call: assigns its IDs and its time limit, and emits its audit record at the end. */
export async function runCall<T extends object>(
  { clock, timeout, totalTimeout, onAudit }: Settings,
  name: CallName,
  about: About,
  options: CallOptions,
  work: (call: Call) => Promise<T>,
): Promise<T> {
  const given = { timeout, totalTimeout, requestId: crypto.randomUUID(), ...defined(options) }
  validateOptions(given)
  const { signal, requestId } = given
  const details = { requestId, attempts: [] }
  const begin = clock.elapsed()
  const startedAt = new Date(clock.now()).toISOString()

  function end(outcome: string, value: About): void {
    calls.set(value, details)
    const { customerId, upgradeId, serviceCode: code } = { ...about, ...value }
    const duration = clock.elapsed() - begin
    const version = 1 as const
    const record = { version, call: name, ...details, startedAt, duration, customerId, upgradeId, outcome, code }
    callHook<AuditRecord>(onAudit, defined(record))
  }

  // `Request` leaves its listeners to the garbage collector. On a signal shared by many calls, they would pile up and slow each call down.
  const own = signal && new AbortController()
  const abort = (): void => own?.abort(signal?.reason)
  signal?.addEventListener('abort', abort)
  try {
    signal?.throwIfAborted()
    const ids = { ...given, ...details, name, endsAt: begin + given.totalTimeout }
    const result = await work(own ? { ...ids, signal: own.signal } : ids)
    end('success', result)
    return result
  } catch (thrown) {
    const error = toAborted(thrown, signal)
    if (isPartnerCenterError(error)) Object.assign(error, details)
    end(error instanceof Error ? error.name : 'Error', Object(error))
    throw error
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

/** The error to throw after an abort: a RequestAbortedError in place of the signal's reason. */
export function toAborted(error: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted && !isPartnerCenterError(error) ? aborted(signal) : error
}
