import { hostname } from 'node:os'
import type { Queries } from '../database/database.ts'

/** A worker's row in the database. The worker counts as dead once the row was not renewed for the lease. */
export interface Presence {
  /** The worker's ID. */
  readonly id: string
  /**
   * Renews the worker's lease.
   *
   * @returns the database's time, in milliseconds since 1970.
   */
  renew(busy: number): Promise<number>
  /** Removes the worker. */
  leave(): Promise<void>
}

/** Creates the presence of a new worker. */
export function createPresence(queries: Queries, lease: number): Presence {
  const id = crypto.randomUUID()
  return {
    id,
    async renew(busy) {
      const [row] = await queries.query<{ now: number }>(
        `INSERT INTO fleet.workers AS w (id, host, pid, lease, busy) VALUES ($1, $2, $3, $4 * interval '1 millisecond', $5)
          ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp(), busy = $5
          RETURNING (extract(epoch FROM w.seen_at) * 1000)::float8 AS now`,
        [id, hostname(), process.pid, lease, busy],
      )
      // Also removes workers that have been silent for a day.
      await queries.query(`DELETE FROM fleet.workers WHERE seen_at + lease < clock_timestamp() - interval '1 day'`)
      return row?.now ?? 0
    },
    leave: async () => void (await queries.query('DELETE FROM fleet.workers WHERE id = $1', [id])),
  }
}
