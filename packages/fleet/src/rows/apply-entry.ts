import type { RowEntry } from '@partner-upgrades/bulk'
import type { Queries } from '../database/database.ts'

/**
 * Applies an entry that counts to its row; see bulk's `Store` for the rules.
 *
 * An `accepted` entry changes the row whoever writes it, because an accepted create is a fact.
 */
export async function applyEntry(queries: Queries, list: number, entry: RowEntry): Promise<void> {
  const update = (changes: string, ...values: readonly unknown[]): Promise<unknown> =>
    queries.query(`UPDATE fleet.rows SET ${changes} WHERE list = $1 AND row = $2`, [list, entry.row, ...values])
  switch (entry.is) {
    case 'sending':
      await update(
        `state = 'sent', since = clock_timestamp(), accepted = accepted AND request_id = $3, request_id = $3`,
        entry.requestId,
      )
      return
    case 'accepted':
      await queries.query(
        `UPDATE fleet.rows SET state = 'sent', accepted = true, request_id = $3
          WHERE list = $1 AND row = $2 AND (state = 'new' OR (state = 'sent' AND request_id = $3))`,
        [list, entry.row, entry.requestId],
      )
      return
    case 'created':
      await update(
        `state = 'created', upgrade_id = $3, accepted = false, since = clock_timestamp(), tries = 0, delay = NULL`,
        entry.upgradeId,
      )
      return
    case 'postponed':
      await update(
        `tries = $3, delay = $4${entry.anew ? ", state = 'new', request_id = NULL, upgrade_id = NULL, accepted = false" : ''}`,
        entry.tries,
        entry.delay ?? null,
      )
      return
    case 'ended':
      await update('state = $3, again = $4', entry.outcome, entry.again)
  }
}

/** Adds an entry to the history of a row. */
export async function addEntry(
  queries: Queries,
  list: number,
  entry: RowEntry,
  { key, counts }: { readonly key: string; readonly counts: boolean },
): Promise<void> {
  await queries.query('INSERT INTO fleet.entries (list, row, key, counts, entry) VALUES ($1, $2, $3, $4, $5)', [
    list,
    entry.row,
    key,
    counts,
    JSON.stringify(entry),
  ])
}
