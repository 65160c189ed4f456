import type { Database } from '../database/database.ts'
import type { FleetQueue } from '../queue/queue.ts'
import type { ListState } from '../status/status.ts'
import { findList } from './find-list.ts'
import { queueOpenRows } from './open-rows.ts'

/** Pauses, cancels or resumes a list. */
export async function changeList(database: Database, queue: FleetQueue, name: string, state: ListState): Promise<void> {
  const { id, partner } = await findList(database, name)
  await queue.prepare(partner)
  await database.transaction(async (tx) => {
    await tx.query('UPDATE fleet.lists SET state = $2 WHERE id = $1', [id, state])
    // Workers have removed rows of the list from the queue while it was paused or cancelled.
    if (state !== 'paused') await queueOpenRows(tx, queue, partner, id)
  })
}

/**
 * Reopens ended rows where a retry may help: those with an unknown outcome are looked up, all others start anew.
 *
 * @returns the number of reopened rows.
 */
export async function reopenRows(database: Database, queue: FleetQueue, name: string): Promise<number> {
  const { id, partner } = await findList(database, name)
  await queue.prepare(partner)
  return database.transaction(async (tx) => {
    const [opened] = await tx.query<{ count: number }>(
      `WITH opened AS (
          UPDATE fleet.rows SET
              state = CASE WHEN state = 'unknown' AND upgrade_id IS NOT NULL THEN 'created'
                WHEN state = 'unknown' AND request_id IS NOT NULL THEN 'sent' ELSE 'new' END,
              request_id = CASE WHEN state = 'unknown' THEN request_id END,
              upgrade_id = CASE WHEN state = 'unknown' THEN upgrade_id END,
              accepted = accepted AND state = 'unknown',
              again = false, tries = 0, delay = NULL, since = clock_timestamp()
            WHERE list = $1 AND again RETURNING 1
        ) SELECT count(*)::int AS count FROM opened`,
      [id],
    )
    await queueOpenRows(tx, queue, partner, id)
    return opened?.count ?? 0
  })
}

/**
 * Deletes finished lists, with their results and histories.
 *
 * @param age the minimum age of a list's last entry, in milliseconds
 * @returns their names.
 */
export async function pruneLists(database: Database, age: number): Promise<readonly string[]> {
  const deleted = await database.query<{ name: string }>(
    `DELETE FROM fleet.lists l WHERE NOT EXISTS (
        SELECT FROM fleet.rows r WHERE r.list = l.id AND r.state IN ('new', 'sent', 'created'))
      AND greatest((SELECT max(at) FROM fleet.entries e WHERE e.list = l.id), l.added_at)
        < clock_timestamp() - $1 * interval '1 millisecond'
      RETURNING l.name`,
    [age],
  )
  return deleted.map(({ name }) => name)
}
