import type { CustomerRow, HandedRow } from '@partner-upgrades/bulk'
import type { Queries } from '../database/database.ts'
import type { NextTurn } from '../queue/queue.ts'

/** A row of a list, with its state in the journal. */
export interface Handed {
  /** The customer. */
  readonly customer: CustomerRow
  /** Its state and its recorded history. */
  readonly known: HandedRow
}

/** Writes rows in their current state, with their histories. Their waiting times start anew, by the database's clock. */
export async function insertHandedRows(tx: Queries, list: number, rows: readonly Handed[]): Promise<void> {
  await tx.query(
    `INSERT INTO fleet.rows (list, row, line, customer_id, product_family, name, state, again, request_id, accepted, upgrade_id,
        tries, delay, since)
      SELECT $1, row, line, customer_id, product_family, name, state, again, request_id, accepted, upgrade_id, tries, delay,
          CASE WHEN state IN ('sent', 'created') THEN clock_timestamp() END
        FROM unnest($2::int[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::uuid[], $10::boolean[],
          $11::uuid[], $12::smallint[], $13::float8[])
          AS given (row, line, customer_id, product_family, name, state, again, request_id, accepted, upgrade_id, tries, delay)`,
    [
      list,
      rows.map(({ known }) => known.row),
      rows.map(({ customer }) => customer.line),
      rows.map(({ customer }) => customer.customerId),
      rows.map(({ customer }) => customer.productFamily),
      // PostgreSQL's `text` holds every character except U+0000.
      rows.map(({ customer }) => customer.name?.replaceAll('\0', '\ufffd') ?? null),
      rows.map(({ known }) => known.state),
      rows.map(({ known }) => known.again),
      rows.map(({ known }) => known.requestId ?? null),
      rows.map(({ known }) => known.accepted === true),
      rows.map(({ known }) => known.upgradeId ?? null),
      rows.map(({ known }) => known.tries),
      rows.map(({ known }) => known.delay ?? null),
    ],
  )
  const entries = rows.flatMap(({ known }) => known.entries)
  if (entries.length === 0) return
  await tx.query(
    `INSERT INTO fleet.entries (list, row, key, at, counts, entry)
      SELECT $1, row, gen_random_uuid(), to_timestamp(at / 1000), counts, entry::json
        FROM unnest($2::int[], $3::float8[], $4::boolean[], $5::text[]) WITH ORDINALITY AS given (row, at, counts, entry, n)
        ORDER BY n`,
    [
      list,
      entries.map(({ row }) => row),
      entries.map(({ at }) => at),
      entries.map(({ counts }) => counts),
      entries.map(({ at, counts, ...entry }) => JSON.stringify(entry)),
    ],
  )
}

/** The next turns of the open rows, each due after the delay in the journal. */
export function turnsOf(list: number, rows: readonly Handed[]): readonly NextTurn[] {
  return rows.flatMap(({ known: { row, state, wait } }): readonly NextTurn[] => {
    if (state !== 'new' && state !== 'sent' && state !== 'created') return []
    return [{ list, row, kind: state === 'created' ? 'follow' : 'start', delay: wait, first: state === 'sent' }]
  })
}
