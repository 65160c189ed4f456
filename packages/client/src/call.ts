import type { Attempt, AuditRecord, CallDetails, CallName } from './audit.ts'
import { checkNamed } from './check.ts'
import { aborted, isPartnerCenterError } from './errors.ts'
import { tell } from './hooks.ts'
import { defined } from './json.ts'
import type { CallOptions } from './options.ts'
import type { Settings } from './settings.ts'

/** A logical call under way: what all its HTTP requests share. */
export interface Call extends CallOptions {
  readonly name: CallName
  readonly requestId: string
  readonly attempts: Attempt[]
  readonly timeout: number
  /** When the call has to be over, by the client's clock. */
  readonly endsAt: number
}

/** The calls that results and errors came from; weak, so that a result takes its record along. */
const calls = new WeakMap<object, CallDetails>()

/**
 * The call that a result or an error came from: its request ID and each HTTP request it made, for a log or a support ticket.
 *
 * @returns `undefined` for what did not come from a call.
 */
export function detailsOf(value: object): CallDetails | undefined {
  return calls.get(value)
}

/** Lets a part of a result tell the call that the whole came from. */
export function shareDetails(whole: object, part: object): void {
  const details = calls.get(whole)
  if (details) calls.set(part, details)
}

/** What an audit record takes from what a call is about, or ends with. */
interface About {
  readonly customerId?: string
  readonly upgradeId?: string
  readonly serviceCode?: string
}

/** Runs one logical call: gives it its IDs and its end, and tells of it when it is over. */
export async function runCall<T extends object>(
  { clock, timeout, totalTimeout, onAudit }: Settings,
  name: CallName,
  about: About,
  options: CallOptions,
  work: (call: Call) => Promise<T>,
): Promise<T> {
  const given = { timeout, totalTimeout, requestId: crypto.randomUUID(), ...defined(options) }
  checkNamed(given)
  const { signal, requestId } = given
  const details = { requestId, attempts: [] }
  const begin = clock.now()

  function end(outcome: string, value: About): void {
    calls.set(value, details)
    const { customerId, upgradeId, serviceCode: code } = { ...about, ...value }
    const startedAt = new Date(begin).toISOString()
    const duration = clock.now() - begin
    const version = 1 as const
    const record = { version, call: name, ...details, startedAt, duration, customerId, upgradeId, outcome, code }
    tell<AuditRecord>(onAudit, defined(record))
  }

  try {
    signal?.throwIfAborted()
    const result = await work({ ...given, ...details, name, endsAt: begin + given.totalTimeout })
    end('success', result)
    return result
  } catch (thrown) {
    const error = toAborted(thrown, signal)
    if (isPartnerCenterError(error)) Object.assign(error, details)
    end(error instanceof Error ? error.name : 'Error', Object(error))
    throw error
  }
}

/** What to throw in place of an abort signal's reason, so that it can be told from everything else. */
export function toAborted(error: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted && !isPartnerCenterError(error) ? aborted(signal) : error
}
