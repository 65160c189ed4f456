import { faultOf } from '../results/fault-of.ts'
import { isSuccess, type Outcome, type Reason } from '../store/journal-entry.ts'

/**
 * Whether a retry may help a row that has ended: not if the upgrade completed, and not if the fault catalogue says that retrying this
 * fault never helps, whether the service gave its code or only its text. An unknown outcome can always be checked again. A retry first
 * looks for an existing upgrade; it does not start with a create.
 */
export function mayRunAgain(outcome: Outcome, reason: Reason | undefined): boolean {
  if (isSuccess(outcome)) return false
  return outcome === 'unknown' || !reason || faultOf(reason)?.retry !== 'never'
}
