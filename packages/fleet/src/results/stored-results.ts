import type { CustomerRow, History, ListOfResults, RecordedEntry, RowEntry, Store } from '@partner-upgrades/bulk'
import type { Database } from '../database/database.ts'
import type { StoredList } from '../lists/find-list.ts'
import { groupBy } from '../values/group-by.ts'

/** How many rows are read at a time. */
const batch = 500

/** The list as it was read from its file. */
export function toListOfResults(database: Database, list: StoredList): ListOfResults {
  return {
    name: list.file,
    hash: list.sha256,
    size: list.size,
    notes: list.notes,
    delimiter: list.delimiter,
    async *rows() {
      for (let first = 0; first < list.size; first += batch) {
        const rows = await database.query<CustomerRow & { readonly name: string | null }>(
          `SELECT line, customer_id AS "customerId", product_family AS "productFamily", name FROM fleet.rows
            WHERE list = $1 AND row >= $2 AND row < $3 ORDER BY row`,
          [list.id, first, first + batch],
        )
        for (const { name, ...row } of rows) yield { ...row, ...(name !== null && { name }) }
      }
    },
  }
}

/** The recorded history of each row of a list. */
export function toHistories(database: Database, list: StoredList): Pick<Store, 'histories'> {
  return {
    async *histories() {
      for (let first = 0; first < list.size; first += batch) {
        const entries = await database.query<{ row: number; at: number; counts: boolean; entry: RowEntry }>(
          `SELECT row, (extract(epoch FROM at) * 1000)::float8 AS at, counts, entry FROM fleet.entries
            WHERE list = $1 AND row >= $2 AND row < $3 ORDER BY row, seq`,
          [list.id, first, first + batch],
        )
        const byRow = groupBy(entries, ({ row }) => row)
        for (let row = first; row < Math.min(first + batch, list.size); row++) {
          const own = byRow.get(row) ?? []
          const history = own.map(({ at, counts, entry }): RecordedEntry => ({ ...entry, at: Math.floor(at), counts }))
          yield { row, entries: history } satisfies History
        }
      }
    },
  }
}
