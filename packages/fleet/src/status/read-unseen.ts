import type { Database } from '../database/database.ts'

/** How long a partner's running upgrades have not been looked at. */
export interface Unseen {
  /** The partner. */
  readonly partner: string
  /** How long ago the one that waits longest was looked at or created, in milliseconds; 0 if none is running. */
  readonly longest: number
}

/** Reads it from the queue, into which an upgrade is put anew after each look. Costs more the more upgrades are running. */
export async function readUnseen(database: Database): Promise<readonly Unseen[]> {
  return database.query<Unseen>(
    `SELECT p.name AS partner, coalesce((
        SELECT extract(epoch FROM clock_timestamp() - min(j.created_on)) * 1000
          FROM ${database.schema}_queue.job j WHERE j.name = 'partner-' || p.id || '.follow'), 0)::float8 AS longest
      FROM fleet.partners p ORDER BY p.name`,
  )
}
