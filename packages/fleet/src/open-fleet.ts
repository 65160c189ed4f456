import { createFleet } from './create-fleet.ts'
import { openPostgres } from './database/postgres.ts'
import type { Fleet } from './fleet.ts'

/** The options of `openFleet`. */
export interface FleetOptions {
  /** The database: a URL such as `postgres://user@host/name`. Never printed. */
  readonly database: string
  /**
   * The schema of the fleet's tables. The queue's schema has the same name with the suffix `_queue`.
   * @default 'partner_upgrades'
   */
  readonly schema?: string | undefined
}

/**
 * Opens a fleet. It connects on first use.
 *
 * @throws TypeError if `schema` is not a plain name: lower-case letters, digits and underscores.
 * @example
 * const fleet = openFleet({ database: process.env.DATABASE_URL ?? '' })
 */
export function openFleet({ database: url, schema = 'partner_upgrades' }: FleetOptions): Fleet {
  return createFleet(openPostgres(url, schema))
}
