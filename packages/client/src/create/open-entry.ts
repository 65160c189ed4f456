import { RequestTimeoutError } from '../errors/errors.ts'
import type { CreateSubject, IdempotencyEntry, PendingCreate } from '../idempotency/store.ts'
import type { CallOptions } from '../options/client-options.ts'
import type { Settings } from '../options/settings.ts'
import { startTimeout } from '../time/timeout-signal.ts'
import { toAborted } from '../transport/call.ts'

/**
 * Claims the record of a customer's create, after waiting for its current holder.
 *
 * @throws RequestTimeoutError, RequestAbortedError if it cannot be claimed in time; nothing was sent.
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
 * Returns the create that may already have been sent: the one that an earlier call or another process left behind, or else the one whose
 * request ID the caller stored.
 */
export function doubtOf(
  { pending }: IdempotencyEntry,
  requestId: string | undefined,
  accepted: boolean,
): PendingCreate | undefined {
  const stored = requestId === undefined ? undefined : { requestId, accepted }
  if (!pending) return stored
  // A finished create has an upgrade ID.
  if (pending.upgradeId) return stored?.requestId === pending.requestId ? undefined : stored
  // Whichever of the two creates was accepted, the customer has an upgrade now; sending either again could create a second one.
  return accepted ? { ...pending, accepted } : pending
}
