import { RequestTimeoutError } from '../errors/errors.ts'
import type { CreateSubject, IdempotencyEntry, PendingCreate } from '../idempotency/store.ts'
import type { CallOptions } from '../options/client-options.ts'
import type { Settings } from '../options/settings.ts'
import { startTimeout } from '../time/timeout-signal.ts'
import { toAborted } from '../transport/call.ts'

/**
 * Takes the record of a customer's create, after whoever holds it.
 *
 * @throws RequestTimeoutError, RequestAbortedError if its turn does not come; nothing was sent.
 */
export async function openEntry(
  { idempotency, totalTimeout }: Pick<Settings, 'idempotency' | 'totalTimeout'>,
  subject: CreateSubject,
  { signal, totalTimeout: timeout = totalTimeout }: CallOptions,
): Promise<IdempotencyEntry> {
  const timeoutSignal = startTimeout(timeout, signal)
  try {
    signal?.throwIfAborted()
    return await idempotency.open(subject, timeoutSignal.signal)
  } catch (cause) {
    if (!timeoutSignal.signal.aborted || signal?.aborted) throw toAborted(cause, signal)
    throw new RequestTimeoutError(`Another create for this customer did not end within ${timeout} ms`, {
      cause,
      unsent: true,
    })
  } finally {
    timeoutSignal.clear()
  }
}

/**
 * The create that may have been sent already: what an earlier call or another process left behind, or else the one whose request ID the
 * caller stored.
 */
export function doubtOf(
  { pending }: IdempotencyEntry,
  requestId: string | undefined,
  accepted: boolean,
): PendingCreate | undefined {
  const stored = requestId === undefined ? undefined : { requestId, accepted }
  if (!pending) return stored
  // Of a create that is over, the upgrade is known.
  if (pending.upgradeId) return stored?.requestId === pending.requestId ? undefined : stored
  // Whichever create was accepted: it is the customer's, and another one would be the second.
  return accepted ? { ...pending, accepted } : pending
}
