import type { Database } from '../database/database.ts'

/** How long ago a partner's running upgrades were last polled. */
export interface Unseen {
  /** The partner. */
  readonly partner: string
  /** Milliseconds since the one that has waited longest was polled or created; 0 if none is running. */
  readonly longest: number
}

/** Reads this from the queue, where each poll gives an upgrade a new job. The cost grows with the number of running upgrades. */
export async function readUnseen(database: Database): Promise<readonly Unseen[]> {
  return database.query<Unseen>(
    `SELECT p.name AS partner, coalesce((
        SELECT extract(epoch FROM clock_timestamp() - min(j.created_on)) * 1000
          FROM ${database.schema}_queue.job j WHERE j.name = 'partner-' || p.id || '.follow'), 0)::float8 AS longest
      FROM fleet.partners p ORDER BY p.name`,
  )
}
