import { createFleet } from './create-fleet.ts'
import { openPostgres } from './database/postgres.ts'
import type { Fleet } from './fleet.ts'

/** Where a fleet lives. */
export interface FleetOptions {
  /** The database: a URL such as `postgres://user@host/name`. Never printed. */
  readonly database: string
  /**
   * The schema of its tables; the queue has one beside it, with `_queue` at its end.
   * @default 'partner_upgrades'
   */
  readonly schema?: string | undefined
}

/**
 * Opens a fleet. Connects on the first use.
 *
 * @throws TypeError if the schema has no plain name.
 * @example
 * const fleet = openFleet({ database: process.env.DATABASE_URL ?? '' })
 */
export function openFleet({ database: url, schema = 'partner_upgrades' }: FleetOptions): Fleet {
  return createFleet(openPostgres(url, schema))
}
