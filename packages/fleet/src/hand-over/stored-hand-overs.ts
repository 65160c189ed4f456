import type { Destination } from '@partner-upgrades/bulk'
import type { Queries } from '../database/database.ts'
import { FleetListError } from '../errors.ts'

/** Reads the fleet's ID, which stays with the database wherever that is restored. */
export async function readIdentity(queries: Queries): Promise<string> {
  const [found] = await queries.query<{ id: string }>('SELECT id FROM fleet.identity')
  if (!found) throw new FleetListError('The fleet has lost its ID. Restore the table identity from a backup.')
  return found.id
}

/** Whether a hand-over has been committed. */
export async function isHandedOver(queries: Queries, { handOver }: Destination): Promise<boolean> {
  return (await queries.query('SELECT FROM fleet.hand_overs WHERE id = $1', [handOver])).length > 0
}

/** Records a hand-over. */
export async function noteHandOver(tx: Queries, { handOver, list }: Destination): Promise<void> {
  await tx.query('INSERT INTO fleet.hand_overs (id, list) VALUES ($1, $2)', [handOver, list])
}

/**
 * Refuses to complete a hand-over that was begun with another destination.
 *
 * @throws FleetListError that names the first destination.
 */
export function checkDestination(journal: string, before: Destination, now: Omit<Destination, 'handOver'>): void {
  if (before.fleet !== now.fleet) {
    throw new FleetListError(
      `${journal} was handed over to the fleet of another database, as ${JSON.stringify(before.list)} of the partner ${before.partner}. Use that database. Nothing was changed.`,
    )
  }
  if (before.list === now.list && before.partner === now.partner) return
  throw new FleetListError(
    `${journal} was handed over as the list ${JSON.stringify(before.list)} of the partner ${before.partner}, not as ${JSON.stringify(now.list)} of ${now.partner}. Repeat the hand-over with that partner and name. Nothing was changed.`,
  )
}
