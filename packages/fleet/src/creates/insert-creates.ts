import type { PendingCreate } from '@partner-upgrades/client'
import type { Queries } from '../database/database.ts'
import { isFree } from './is-free.ts'

/** A customer's create that was sent outside the fleet. */
export interface KnownCreate {
  /** The customer's ID, a GUID. */
  readonly customerId: string
  /** The product family, such as `Azure`. */
  readonly productFamily: string
  /** The record of the create. */
  readonly pending: PendingCreate
}

/**
 * Records creates that were sent outside the fleet, so that whichever list names the customer settles them first. A create in doubt that
 * the fleet has already recorded stays: looking for the customer's upgrade settles both.
 *
 * @returns a customer whose create cannot be recorded because a worker of the fleet holds it; `undefined` if there is none.
 */
export async function insertCreates(
  tx: Queries,
  service: string,
  creates: readonly KnownCreate[],
): Promise<string | undefined> {
  if (creates.length === 0) return undefined
  const noted = await tx.query<{ key: string }>(
    `INSERT INTO fleet.creates AS c (service, customer_id, product_family, pending, saved_at)
      SELECT $1, customer_id, product_family, pending::json, clock_timestamp()
        FROM unnest($2::uuid[], $3::text[], $4::text[]) AS given (customer_id, product_family, pending)
      ON CONFLICT (service, customer_id, product_family) DO UPDATE SET
          pending = CASE WHEN c.pending IS NOT NULL AND c.pending ->> 'upgradeId' IS NULL THEN c.pending ELSE EXCLUDED.pending END,
          saved_at = clock_timestamp()
        WHERE ${isFree}
      RETURNING customer_id || ' ' || product_family AS key`,
    [
      service.toLowerCase(),
      creates.map(({ customerId }) => customerId),
      creates.map(({ productFamily }) => productFamily.toLowerCase()),
      creates.map(({ pending }) => JSON.stringify(pending)),
    ],
  )
  const done = new Set(noted.map(({ key }) => key))
  const busy = creates.find(
    ({ customerId, productFamily }) => !done.has(`${customerId} ${productFamily}`.toLowerCase()),
  )
  return busy?.customerId
}
