import { OutcomeUnknownError } from '../errors/errors.ts'
import type { PendingCreate } from '../idempotency/store.ts'

/** What to throw where it is not known whether there is an upgrade. */
export function outcomeUnknown(
  { requestId, accepted }: PendingCreate,
  cause: unknown,
  nextLook?: number,
): OutcomeUnknownError {
  const text = accepted
    ? 'The service accepted the create but does not show the upgrade'
    : 'It is not known whether the upgrade was created'
  return new OutcomeUnknownError(`${text}. Call ensure with this requestId: ${requestId}`, {
    cause,
    accepted: accepted || undefined,
    nextLook,
  })
}
