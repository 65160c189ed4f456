import { randomBytes } from 'node:crypto'
import type { Clock } from '@partner-upgrades/client'
import { StoreError } from '../errors.ts'
import type { Customers } from '../input/customers.ts'
import type { Claim, Store } from '../store.ts'
import { createRowTable, type RowTable } from '../table.ts'
import { openSharedFile, type SharedFile } from './disk.ts'
import { readHistories } from './histories.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { type Line, mark } from './line.ts'
import { createLineReader } from './read-lines.ts'
import { toStoreError } from './store-error.ts'
import { createWriter } from './writer.ts'

/** How a journal is opened. */
export interface JournalOptions {
  /** The file; it is made if there is none. */
  readonly path: string
  readonly customers: Customers
  /** The service's base URL: a journal is about one service. */
  readonly service: string
  /** @default false */
  readonly dryRun?: boolean
  /**
   * Milliseconds a worker may be silent before others take over what it had claimed. The first worker of a journal decides.
   * @default 30000
   */
  readonly lease?: number
  readonly clock: Clock
  /** @default one of the local disk */
  readonly open?: (path: string) => Promise<SharedFile>
}

/**
 * Opens the journal of a list: JSON Lines, appended to and never changed. Several processes of one machine may have it open. State is
 * only ever what the file says: a worker learns that its own line counts by reading it back, behind everybody else's.
 *
 * @throws JournalError if it is another list's, or damaged.
 * @throws StoreError if it cannot be read or written.
 */
export async function openJournal(options: JournalOptions): Promise<Store> {
  const { path, customers, service, clock, dryRun = false, lease = 30_000, open = openSharedFile } = options
  const worker = randomBytes(6).toString('hex')
  const input = { name: customers.name, sha256: customers.hash, rows: customers.size }
  const begin = (told: (line: Line, counts: boolean) => void): Ledger => {
    const expected = { input, service, dryRun }
    return createLedger(path, expected, (opened) => createRowTable(customers, opened.lease), told)
  }
  const ledger = begin(({ w, n }, counts) => {
    if (w === worker) writer.confirm(n, counts)
  })
  const file = await guarded(() => open(path))
  const readLines = createLineReader(file)
  const catchUp = (): Promise<void> => readLines(ledger.take)
  const writer = createWriter({ path, file, worker, clock, catchUp })
  const { write } = writer

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw toStoreError(path, error)
    }
  }

  try {
    // Before anything is written: what is another list's is left alone.
    await guarded(catchUp)
    if (!ledger.opened) await guarded(() => refuseForeign(file, ledger))
    await write({ is: 'opened', version: 1, input, dryRun, service, lease })
  } catch (error) {
    await file.close()
    throw error
  }
  const rows = tableOf(ledger, path)

  let claiming: Promise<unknown> = Promise.resolve()

  async function claim(kind: 'start' | 'follow', count: number): Promise<Claim> {
    let picked = rows.pick(worker, kind, count, clock.now())
    for (let attempt = 0; picked.rows.length > 0 && attempt < 5; attempt++) {
      await write({ is: 'claimed', rows: picked.rows })
      const work = picked.rows.filter((row) => rows.isHeldBy(row, worker)).map((row) => rows.work(row))
      if (work.length > 0) return { work, next: picked.next }
      // Others were faster.
      picked = rows.pick(worker, kind, count, clock.now())
    }
    return { work: [], next: picked.rows.length > 0 ? clock.now() + 1_000 : picked.next }
  }

  return {
    lease: ledger.opened?.lease ?? lease,
    claim(kind, count) {
      // One at a time: what is picked is this worker's only when it has been written.
      const turn = claiming.then(() => claim(kind, count))
      claiming = turn.catch(() => {})
      return turn
    },
    append: write,
    renew: async () => void (await write({ is: 'alive' })),
    progress() {
      const progress = rows.progress(clock.now())
      // Whoever asks is alive, even after a machine's sleep that was longer than a lease.
      return { ...progress, workers: Math.max(1, progress.workers) }
    },
    async *histories() {
      await guarded(() => file.sync())
      yield* readHistories(file, customers.size, begin)
    },
    async close() {
      if (!writer.failed) {
        await write({ is: 'left' })
        await guarded(() => file.sync())
      }
      await file.close()
    },
  }
}

/** A file without a line end may be half of a journal's first line, or anything else. */
async function refuseForeign(file: SharedFile, { take }: Ledger): Promise<void> {
  const start = Buffer.alloc(mark.length)
  const size = await file.read(start, 0)
  if (size > 0) take(start.subarray(0, size))
}

function tableOf({ table }: Ledger, path: string): RowTable {
  if (!table) throw new StoreError(`${path} does not show what was just written to it.`)
  return table
}
