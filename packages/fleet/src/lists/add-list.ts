import { type CustomerRow, type Customers, readCustomers } from '@partner-upgrades/bulk'
import type { Database, Queries } from '../database/database.ts'
import { FleetListError } from '../errors.ts'
import { findPartner, savePartner } from '../partners/partners.ts'
import type { FleetQueue } from '../queue/queue.ts'
import { queueOpenRows } from './open-rows.ts'

/** How a list is added. */
export interface AddOptions {
  /** The partner it belongs to. A new one is added with the service's base URL. */
  readonly partner: string
  /**
   * The service's base URL, for a new partner.
   * @default that of the global cloud
   */
  readonly service?: string | undefined
  /** Whether to check eligibility only. @default false */
  readonly dryRun?: boolean | undefined
  /**
   * The name by which commands refer to the list.
   * @default the file's name, with `dry-run:` before it if it is one
   */
  readonly name?: string | undefined
}

/** A list that was added. */
export interface AddedList {
  /** Its number in the fleet. */
  readonly id: number
  /** Its name. */
  readonly name: string
  /** The number of rows. */
  readonly rows: number
  /** What was ignored, merged or corrected in the file, in a sentence each. */
  readonly notes: readonly string[]
}

/** Rows are written so many at a time. */
const batch = 5_000

/**
 * Adds a list: all of it, or nothing.
 *
 * @throws FleetListError if it is there already, or its name is another's.
 */
export async function addList(
  database: Database,
  queue: FleetQueue,
  path: string,
  { partner: partnerName, service, dryRun = false, name }: AddOptions,
): Promise<AddedList> {
  const customers = await readCustomers(path)
  const listName = name ?? (dryRun ? `dry-run:${customers.name}` : customers.name)
  const known = await findPartner(database, partnerName)
  if (known && service !== undefined && service !== known.service) {
    throw new FleetListError(
      `The partner ${partnerName} belongs to ${known.service}, not to ${service}. Nothing was added.`,
    )
  }
  const partner = known ?? (await savePartner(database, queue, { name: partnerName, ...(service && { service }) }))
  await queue.prepare(partner.id)
  return database.transaction(async (tx) => {
    await refuseKnown(tx, customers, listName, partner.id, dryRun)
    const [list] = await tx.query<{ id: number }>(
      `INSERT INTO fleet.lists (partner, name, file, sha256, dry_run, size, delimiter, notes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [
        partner.id,
        listName,
        customers.name,
        customers.hash,
        dryRun,
        customers.size,
        customers.delimiter,
        JSON.stringify(customers.notes),
      ],
    )
    const id = list?.id ?? 0
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
    return { id, name: listName, rows: customers.size, notes: customers.notes }
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
      // A text of PostgreSQL holds every character but this one.
      rows.map(({ name }) => name?.replaceAll('\0', '\ufffd') ?? null),
    ],
  )
}

async function refuseKnown(
  tx: Queries,
  { hash }: Customers,
  name: string,
  partner: number,
  dryRun: boolean,
): Promise<void> {
  const [same] = await tx.query<{ name: string; partner: number; owner: string; sha256: string }>(
    `SELECT l.name, l.partner, p.name AS owner, l.sha256 FROM fleet.lists l JOIN fleet.partners p ON p.id = l.partner
      WHERE (l.sha256 = $1 AND l.dry_run = $2) OR l.name = $3 ORDER BY l.sha256 = $1 DESC LIMIT 1`,
    [hash, dryRun, name],
  )
  if (!same) return
  if (same.sha256 !== hash) {
    throw new FleetListError(
      `Another list is called ${JSON.stringify(name)}. Give this one another name. Nothing was added.`,
    )
  }
  if (same.partner !== partner) {
    throw new FleetListError(
      `These customers are a list of the partner ${same.owner} already (${same.name}). Nothing was added.`,
    )
  }
  throw new FleetListError(
    `The list is there already, as ${JSON.stringify(same.name)}. \`fleet status\` shows how far it is; \`fleet retry\` opens what may be tried again. Nothing was added.`,
  )
}
