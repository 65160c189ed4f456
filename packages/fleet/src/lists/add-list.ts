import type { CustomerRow } from '@partner-upgrades/bulk'
import type { Database, Queries } from '../database/database.ts'
import { savePartner } from '../partners/partners.ts'
import type { FleetQueue } from '../queue/queue.ts'
import type { AddedList } from './add-options.ts'
import { insertList, lockList, type NewList, refuseKnown } from './new-list.ts'
import { queueOpenRows } from './open-rows.ts'

/** How many rows are written at a time. */
const batch = 5_000

/**
 * Adds a list, all of it or nothing.
 *
 * @throws FleetListError if it exists already, or its name is taken.
 */
export async function addList(database: Database, queue: FleetQueue, list: NewList): Promise<AddedList> {
  const { customers, name, service } = list
  const partner = await savePartner(database, queue, { name: list.partner, service })
  await queue.prepare(partner.id)
  return database.transaction(async (tx) => {
    await lockList(tx, list)
    await refuseKnown(tx, list)
    const id = await insertList(tx, list, partner.id)
    let first = 0
    let rows: CustomerRow[] = []
    for await (const row of customers.rows()) {
      if (rows.push(row) < batch) continue
      await insertRows(tx, id, first, rows)
      first += rows.length
      rows = []
    }
    await insertRows(tx, id, first, rows)
    await tx.query(`INSERT INTO fleet.tallies (list, state, again, session, count) VALUES ($1, 'new', false, 0, $2)`, [
      id,
      customers.size,
    ])
    await queueOpenRows(tx, queue, partner.id, id)
    return { id, name, rows: customers.size, notes: customers.notes }
  })
}

async function insertRows(tx: Queries, list: number, first: number, rows: readonly CustomerRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `INSERT INTO fleet.rows (list, row, line, customer_id, product_family, name)
      SELECT $1, $2 + n - 1, line, customer_id, product_family, name
        FROM unnest($3::int[], $4::uuid[], $5::text[], $6::text[])
          WITH ORDINALITY AS given (line, customer_id, product_family, name, n)`,
    [
      list,
      first,
      rows.map(({ line }) => line),
      rows.map(({ customerId }) => customerId),
      rows.map(({ productFamily }) => productFamily),
      // PostgreSQL's `text` holds every character except U+0000.
      rows.map(({ name }) => name?.replaceAll('\0', '\ufffd') ?? null),
    ],
  )
}
