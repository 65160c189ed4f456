import {
  type Accepted,
  checkEntry,
  EntryError,
  type RowEntry,
  type Sending,
  type StepResult,
  toUnknown,
} from '@partner-upgrades/bulk'
import type { Database, Queries } from '../database/database.ts'
import type { Claim, FleetQueue, NextTurn } from '../queue/queue.ts'
import type { ListState } from '../status/status.ts'
import { addEntry, applyEntry } from './apply-entry.ts'
import type { FleetRow } from './fleet-row.ts'

/** Records the work that is done on rows. */
export interface RowStore {
  /**
   * Records that a create is about to be sent, or was accepted; committed when it resolves.
   *
   * @returns whether this worker still holds the row.
   */
  record(entry: Sending | Accepted, row: FleetRow): Promise<boolean>
  /**
   * Records the result of a step, and puts the row back into its queue if it is still open.
   *
   * @param key identifies the result, so that repeated attempts to record it count once
   * @returns whether this worker still held the row.
   */
  settle(entry: StepResult, row: FleetRow, key: string): Promise<boolean>
  /** Puts a row back into its queue unchanged. */
  handBack(row: FleetRow, delay: number): Promise<void>
  /**
   * Removes a row from the queue that has ended, or whose list is paused or cancelled; resuming the list puts it back. If the list has just
   * been resumed, the row stays in the queue.
   */
  drop(claim: Claim): Promise<void>
}

/** The limit for row numbers when an entry is validated. */
const mostRows = 2 ** 31

/** Creates a store that records each step and the change of the row's queue in one transaction. */
export function createRowStore(database: Database, queue: FleetQueue, partner: number): RowStore {
  const next = (row: FleetRow, delay: number, kind: NextTurn['kind'], first: boolean): NextTurn => ({
    list: row.claim.list,
    row: row.row,
    kind,
    delay,
    first,
  })

  async function write(tx: Queries, entry: RowEntry, row: FleetRow, key: string, counts: boolean): Promise<void> {
    await addEntry(tx, row.claim.list, entry, { key, counts })
    if (counts || entry.is === 'accepted') await applyEntry(tx, row.claim.list, entry)
  }

  return {
    record: (entry, row) =>
      database.transaction(async (tx) => {
        const checked = toRowEntry(entry)
        const own = await queue.renew([row.claim], tx)
        await write(tx, checked, row, crypto.randomUUID(), own)
        return own
      }),
    async settle(given, row, key) {
      const entry = toRowEntry(given)
      return database.transaction(async (tx) => {
        const [before] = await tx.query<{ counts: boolean }>(
          'SELECT counts FROM fleet.entries WHERE list = $1 AND row = $2 AND key = $3',
          [row.claim.list, row.row, key],
        )
        if (before) return before.counts
        const own = await queue.remove(row.claim, tx)
        await write(tx, entry, row, key, own)
        if (!own || entry.is === 'ended') return own
        if (entry.is === 'created') await queue.put(partner, [next(row, entry.dueIn, 'follow', false)], tx)
        if (entry.is === 'postponed') {
          const kind = row.stage === 'created' && !entry.anew ? 'follow' : 'start'
          const sent = kind === 'start' && !entry.anew
          await queue.put(partner, [next(row, entry.dueIn, kind, sent)], tx)
        }
        return own
      })
    },
    drop: (claim) =>
      database.transaction(async (tx) => {
        const [list] = await tx.query<{ state: ListState }>('SELECT state FROM fleet.lists WHERE id = $1 FOR SHARE', [
          claim.list,
        ])
        const [row] = await tx.query<{ state: string }>('SELECT state FROM fleet.rows WHERE list = $1 AND row = $2', [
          claim.list,
          claim.row,
        ])
        if (!(await queue.remove(claim, tx))) return
        const stage = row?.state
        const wanted =
          (list?.state === 'running' && stage === 'new') ||
          (list !== undefined && list.state !== 'paused' && (stage === 'sent' || stage === 'created'))
        if (!wanted) return
        const kind = stage === 'created' ? 'follow' : 'start'
        await queue.put(partner, [{ list: claim.list, row: claim.row, kind, delay: 0 }], tx)
      }),
    handBack: (row, delay) =>
      database.transaction(async (tx) => {
        if (!(await queue.remove(row.claim, tx))) return
        const kind = row.stage === 'created' ? 'follow' : 'start'
        await queue.put(partner, [next(row, delay, kind, row.stage === 'sent')], tx)
      }),
  }
}

/** Returns the entry to record. One that cannot be recorded ends its own row as `unknown`. */
function toRowEntry(entry: RowEntry): RowEntry {
  try {
    const checked = checkEntry(entry, mostRows)
    if ('row' in checked) return checked
    throw new EntryError('it is about no row')
  } catch (error) {
    if (!(error instanceof EntryError) || entry.is === 'sending' || entry.is === 'accepted') throw error
    return { ...toUnknown(error), row: entry.row, calls: [] }
  }
}
