import { isFault } from '../errors/errors.ts'
import type { PendingCreate } from '../idempotency/store.ts'
import { outcomeOf } from '../protocol/outcome.ts'
import { defined } from '../values/json.ts'
import type { CreateTask } from './create-task.ts'
import { findUpgrade } from './find-upgrade.ts'
import { outcomeUnknown } from './outcome-unknown.ts'
import { settle } from './settle.ts'

/**
 * Creates an upgrade, and never a second one. After an attempt that may have had an effect, it looks for the upgrade until the settling
 * time has passed, and only then sends the create again, with the same request ID. After a 2xx it never sends it again.
 *
 * @returns the ID of the upgrade.
 * @throws OutcomeUnknownError if it remains unknown whether there is one.
 */
export async function createOnce(task: CreateTask): Promise<string> {
  const { call, request, operations, settings, entry, adopt } = task
  const { attempts, requestId } = call
  let doubt = task.inDoubt
  let { earlier } = task
  let cause: unknown

  if (doubt) await save({ ...doubt, accepted: !!doubt.accepted })
  const last = entry.pending?.upgradeId
  // A caller that waited for this create wants its upgrade. So does one that repeats its request ID, even if the upgrade has since failed.
  if (last && (entry.waited || requestId === entry.pending?.requestId)) return last
  // A program that calls `create` again without that ID knows about its first upgrade and wants a second one.
  if (!doubt && (adopt || (last && !entry.own))) {
    const { state, upgradeId } = await findUpgrade(call, request, operations)
    if (state === 'found') return upgradeId
    // The service may not show an accepted upgrade yet.
    if (last && last !== upgradeId && !(await isGone(last))) return last
    earlier = upgradeId ?? null
  }

  for (let tries = 0; ; tries++) {
    if (doubt) {
      const found = await settle(doubt, cause, tries > 0, task)
      if (found) return created(found)
    }
    const before = attempts.length
    try {
      return await created(await operations.create({ ...call, beforeCreate }, request))
    } catch (error) {
      const effects = attempts.slice(before).map(({ effect }) => effect ?? 'none')
      const refused = effects.every((effect) => effect === 'none')
      if (isFault(error) && error.upgradeId && (adopt || doubt)) return created(error.upgradeId)
      if (refused && !doubt) {
        await entry.clear()
        throw error
      }
      cause = error
      doubt = pending(attempts.at(-1)?.correlationId ?? '', effects.includes('accepted'))
      await save(doubt)
      // A refusal proves nothing about the attempt before it, and another attempt would be refused as well.
      if (refused || tries >= settings.retries) throw outcomeUnknown(doubt, error)
    }
  }

  function pending(attempt: string, accepted?: boolean): PendingCreate {
    return defined({ requestId, attempt, accepted, earlier })
  }

  /** Records the attempt; if this fails or takes too long, the create is not sent. */
  async function beforeCreate(attempt: string): Promise<void> {
    const begin = Date.now()
    await entry.save(pending(attempt))
    // While a process or its machine is suspended, another may settle this create and send it. Only `Date` counts all of that time.
    if (Date.now() - begin > settings.settleFor / 2 + 1_000) throw new Error('It took too long')
  }

  async function created(upgradeId: string): Promise<string> {
    await save({ requestId, accepted: true, upgradeId })
    return upgradeId
  }

  /** Saves the record if possible: the caller gets the outcome even if it cannot be saved. */
  async function save(record: PendingCreate): Promise<void> {
    try {
      await entry.save(record)
    } catch {
      // The record saved before the attempt already says that the create may have been sent.
    }
  }

  /**
   * Whether a created upgrade may be replaced by another: it has failed, or the service does not know it. The latter happens between tests
   * that keep the client but restart the mock. It does not count for another process's upgrade, which may just not be visible yet.
   */
  async function isGone(upgradeId: string): Promise<boolean> {
    return operations.getStatus(call, { ...request, upgradeId }).then(
      (status) => outcomeOf(status) === 'failed',
      (error) => isFault(error) && error.status === 404 && !!entry.own,
    )
  }
}
