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
 * time is over, and only then sends the create again, with the same request ID; never after a 2xx.
 *
 * @returns the ID of the upgrade.
 * @throws OutcomeUnknownError if it remains open whether there is one.
 */
export async function createOnce(task: CreateTask): Promise<string> {
  const { call, request, operations, settings, entry, adopt } = task
  const { attempts, requestId } = call
  let doubt = task.inDoubt
  let { earlier } = task
  let cause: unknown

  if (doubt) await save({ ...doubt, accepted: !!doubt.accepted })
  const last = entry.pending?.upgradeId
  // A caller that waited wanted this upgrade; one with its request ID asks for it again, even if it has failed since.
  if (last && (entry.waited || requestId === entry.pending?.requestId)) return last
  // A program that calls `create` again without that ID knows of its first upgrade, and asks for another.
  if (!doubt && (adopt || (last && !entry.own))) {
    const { state, upgradeId } = await findUpgrade(call, request, operations)
    if (state === 'found') return upgradeId
    // The service may not show yet what it has accepted.
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
      // A refusal says nothing of the attempt before it, and repeating it would change nothing.
      if (refused || tries >= settings.retries) throw outcomeUnknown(doubt, error)
    }
  }

  function pending(attempt: string, accepted?: boolean): PendingCreate {
    return defined({ requestId, attempt, accepted, earlier })
  }

  /** What cannot be recorded is not sent. */
  async function beforeCreate(attempt: string): Promise<void> {
    await entry.save(pending(attempt))
  }

  async function created(upgradeId: string): Promise<string> {
    await save({ requestId, accepted: true, upgradeId })
    return upgradeId
  }

  /** What has happened is told, whether it could be recorded or not. */
  async function save(record: PendingCreate): Promise<void> {
    try {
      await entry.save(record)
    } catch {
      // The record from before the attempt says that it may have been sent.
    }
  }

  /**
   * Whether another upgrade may take the place of one that was created: it has failed, or the service does not know it. The latter happens
   * between tests, where the mock is new and the client is not. Another process's upgrade may just not be visible yet.
   */
  async function isGone(upgradeId: string): Promise<boolean> {
    return operations.getStatus(call, { ...request, upgradeId }).then(
      (status) => outcomeOf(status) === 'failed',
      (error) => isFault(error) && error.status === 404 && !!entry.own,
    )
  }
}
