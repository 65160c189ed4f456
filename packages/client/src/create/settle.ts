import { isRetryable } from '../errors/is-retryable.ts'
import { type PendingCreate, subjectKey } from '../idempotency/store.ts'
import { callHook } from '../telemetry/hooks.ts'
import { toAborted } from '../transport/call.ts'
import { defined } from '../values/json.ts'
import type { CreateTask } from './create-task.ts'
import { findUpgrade, type Sight } from './find-upgrade.ts'
import { outcomeUnknown } from './outcome-unknown.ts'

/** Whether an upgrade came from the create in doubt. For a failed one, this is known only if eligibility was checked before the create. */
function isOfCreate({ state, upgradeId }: Sight, { earlier }: PendingCreate): boolean {
  return state === 'found' || (state === 'failed' && earlier !== undefined && upgradeId !== earlier)
}

/** The longest time between two polls for the upgrade, in milliseconds. */
const longestPause = 15_000

/**
 * Polls for the upgrade of a create in doubt until the settling time has passed.
 *
 * The time counts from the end of the attempt, or from this client's first poll if another process sent it: that process's clock, or this
 * machine's clock before a restart, may have been wrong.
 *
 * @param cause the error that left the outcome unknown, if this call saw it
 * @param fresh whether the attempt has just ended, so that polling at once would be too early
 * @returns the ID of the upgrade; `undefined` if the service shows none after the settling time, and the create may be sent again.
 * @throws OutcomeUnknownError if the outcome is still unknown and the create may not be sent again.
 */
export async function settle(
  doubt: PendingCreate,
  cause: unknown,
  fresh: boolean,
  { call, request, operations, settings, doubts, lookOnce }: CreateTask,
): Promise<string | undefined> {
  const { clock, random, onSettle, baseUrl, settleFor } = settings
  const { requestId, accepted } = doubt
  const { customerId } = request
  const key = subjectKey({ ...request, baseUrl })
  const attempt = `${requestId} ${doubt.attempt}`
  const known = doubts.get(key)
  const since = !fresh && known?.attempt === attempt ? known.since : clock.elapsed()
  doubts.set(key, { attempt, since })
  let unseen: unknown

  for (let looks = fresh ? 0 : 1; ; looks++) {
    const waited = clock.elapsed() - since
    if (looks > 0) {
      const sight = await findUpgrade(call, request, operations).catch((error: unknown) => {
        unseen = error
        if (!isRetryable(error)) throw outcomeUnknown(doubt, cause ?? error)
        return undefined
      })
      if (sight?.upgradeId && isOfCreate(sight, doubt)) {
        doubts.delete(key)
        return sight.upgradeId
      }
      if (waited >= settleFor && sight) {
        const old = sight.state === 'failed' && sight.upgradeId === doubt.earlier
        if ((sight.state === 'none' || old) && !accepted) return undefined
        throw outcomeUnknown(doubt, cause ?? unseen)
      }
    }
    const rest = settleFor - waited
    const pause = Math.min(longestPause, Math.max(500, waited / 2)) * (0.9 + random() / 5)
    // Whole milliseconds: a clock in milliseconds since 1970 has no finer steps.
    const delay = Math.ceil(rest > 0 ? Math.min(pause, rest) : pause)
    if (lookOnce || clock.elapsed() + delay >= call.endsAt) throw outcomeUnknown(doubt, cause ?? unseen, delay)
    callHook(onSettle, defined({ requestId, customerId, waited, settleFor, delay }))
    await clock.sleep(delay, call.signal).catch((error: unknown) => {
      throw outcomeUnknown(doubt, toAborted(error, call.signal))
    })
  }
}
