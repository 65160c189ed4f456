import type { Queries } from '../database/database.ts'
import type { FleetQueue, NextTurn } from '../queue/queue.ts'

/** How many rows are queued at a time. */
const batch = 5_000

/**
 * Queues the open rows of a list that are not queued yet.
 *
 * @returns the number of open rows.
 */
export async function queueOpenRows(tx: Queries, queue: FleetQueue, partner: number, list: number): Promise<number> {
  let count = 0
  for (let after = -1; ; ) {
    const rows = await tx.query<{ row: number; state: string }>(
      `SELECT row, state FROM fleet.rows WHERE list = $1 AND row > $2 AND state IN ('new', 'sent', 'created')
        ORDER BY row LIMIT ${batch}`,
      [list, after],
    )
    const turns = rows.map(({ row, state }): NextTurn => {
      return { list, row, kind: state === 'created' ? 'follow' : 'start', delay: 0, first: state === 'sent' }
    })
    await queue.put(partner, turns, tx)
    count += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < batch) return count
    after = last.row
  }
}
