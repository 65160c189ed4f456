import { RestError, type TableClient, type TableEntityResult } from '@azure/data-tables'
import type { Rows, SavedRow } from './rows.ts'

interface Columns {
  readonly saved: string
}

/** Stores rows in an Azure Storage table. A row's ETag changes with each write, so only the latest holder of a row can save it. */
export function createTableRows(table: TableClient): Rows {
  const partitionKey = 'upgrades'

  async function write(rowKey: string, saved: SavedRow, etag: string | undefined): Promise<string | undefined> {
    const entity = { partitionKey, rowKey, saved: JSON.stringify(saved) }
    try {
      const answer =
        etag === undefined ? await table.createEntity(entity) : await table.updateEntity(entity, 'Replace', { etag })
      return answer.etag
    } catch (error) {
      // 409: another activity has created the row. 412: another activity has written it.
      if (error instanceof RestError && (error.statusCode === 409 || error.statusCode === 412)) return undefined
      throw error
    }
  }

  async function find(customerId: string): Promise<TableEntityResult<Columns> | undefined> {
    try {
      return await table.getEntity<Columns>(partitionKey, customerId)
    } catch (error) {
      if (error instanceof RestError && error.statusCode === 404) return undefined
      throw error
    }
  }

  return {
    async take(customerId) {
      const found = await find(customerId)
      const saved: SavedRow = found
        ? JSON.parse(found.saved)
        : { row: 0, customerId, productFamily: 'Azure', stage: 'new', tries: 0 }
      // Write it unchanged: the previous holder can no longer save it.
      let etag = await write(customerId, saved, found?.etag)
      if (etag === undefined) throw new Error('Another activity is taking the row.')
      return {
        saved,
        async save(changed) {
          const next = etag === undefined ? undefined : await write(customerId, changed, etag)
          etag = next
          return next !== undefined
        },
      }
    },
  }
}
