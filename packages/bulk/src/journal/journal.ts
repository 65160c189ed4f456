import { StoreError } from '../errors.ts'
import type { RowStates } from '../rows/row-state.ts'
import { checkEntry } from '../store/check-entry.ts'
import { isEvent } from '../store/entry-schema.ts'
import type { Claim, ClaimKind, Store } from '../store/store.ts'
import { type JournalOptions, openJournalFile } from './journal-file.ts'
import type { JournalReplay } from './journal-replay.ts'

/**
 * Opens the journal of a list: an append-only JSON Lines file, which several processes of one machine may have open. Its state is derived
 * from the file alone: a worker learns whether its own line counts by reading it back in the order of the file.
 *
 * @throws JournalError if it belongs to another list, is damaged, or was handed over to a fleet.
 * @throws StoreError if it cannot be read or written.
 */
export async function openJournal(options: JournalOptions): Promise<Store> {
  const { path, customers, lease = 30_000 } = options
  const journal = await openJournalFile(options)
  const { worker, replay, clock, write, renew } = journal
  const rows = tableOf(replay, path)

  let claiming: Promise<unknown> = Promise.resolve()

  async function claim(kind: ClaimKind, count: number): Promise<Claim> {
    // Leases run only while somebody writes: see createWorkers.
    if (Math.abs(clock.now() - journal.latest) > lease / 2) await renew()
    let picked = rows.pick(worker, kind, count, clock.now())
    for (let attempt = 0; picked.rows.length > 0 && attempt < 5; attempt++) {
      await write({ is: 'claimed', rows: picked.rows })
      const work = picked.rows.filter((row) => rows.isHeldBy(row, worker)).map((row) => rows.work(row, clock.now()))
      if (work.length > 0) return { work, wait: picked.wait }
      // Other workers were faster.
      picked = rows.pick(worker, kind, count, clock.now())
    }
    return { work: [], wait: picked.rows.length > 0 ? 1_000 : picked.wait }
  }

  return {
    lease: replay.opened?.lease ?? lease,
    claim(kind, count) {
      // One claim at a time: a picked row is this worker's only once the claim is written.
      const turn = claiming.then(() => claim(kind, count))
      claiming = turn.catch(() => {})
      return turn
    },
    append: async (entry) => write(checkEntry(entry, customers.size)),
    renew,
    async hold(ms) {
      const event = { is: 'throttled', quietFor: ms } as const
      if (!isEvent(event)) throw new TypeError(`hold takes a number of milliseconds, not ${ms}`)
      await write(event)
    },
    async progress() {
      const progress = rows.progress(clock.now())
      // This worker is alive, even if the machine has slept for longer than a lease.
      return { ...progress, workers: Math.max(1, progress.workers) }
    },
    histories: journal.histories,
    close: journal.close,
  }
}

function tableOf({ table }: JournalReplay, path: string): RowStates {
  if (!table) throw new StoreError(`${path} does not contain what was just written to it.`)
  return table
}
