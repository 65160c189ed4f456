import { OutcomeUnknownError } from '../errors/errors.ts'
import type { PendingCreate } from '../idempotency/store.ts'

/** Makes the error for a create of which it is not known whether it led to an upgrade. */
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
