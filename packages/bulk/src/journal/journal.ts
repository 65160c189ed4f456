import { randomBytes } from 'node:crypto'
import { type Clock, toMonotonic } from '@partner-upgrades/client'
import type { Customers } from '@partner-upgrades/customer-lists'
import { StoreError } from '../errors.ts'
import type { RowStates } from '../rows/row-state.ts'
import { checkEntry } from '../store/check-entry.ts'
import type { JournalEvent } from '../store/journal-entry.ts'
import type { Opened } from '../store/journal-line.ts'
import type { Claim, ClaimKind, Store } from '../store/store.ts'
import { checkFile } from './changed-file.ts'
import { cannotBegin, cannotGoOn } from './damage.ts'
import { createJournalReplay, type JournalReplay, type JournalReplayOptions } from './journal-replay.ts'
import { createWriter } from './journal-writer.ts'
import { createLineReader } from './line-reader.ts'
import { createLiveness, type Processes, systemProcesses } from './process-liveness.ts'
import { readHistories } from './row-histories.ts'
import { openSharedFile, type SharedFile } from './shared-file.ts'
import { toStoreError } from './store-error.ts'

/** The options of `openJournal`. */
export interface JournalOptions {
  /** Path of the journal; it is created if it does not exist. */
  readonly path: string
  /** The list that the journal belongs to. */
  readonly customers: Customers
  /** The service's base URL: each journal belongs to one service. */
  readonly service: string
  /** Whether the run checks eligibility only. @default false */
  readonly dryRun?: boolean | undefined
  /**
   * How long a worker may be silent before others take over its customers, in milliseconds. The first worker of a journal decides.
   * @default 30000
   */
  readonly lease?: number | undefined
  /** The clock that dates entries and decides what is due. */
  readonly clock: Clock
  /** Opens the file. @default on the local disk */
  readonly open?: ((path: string) => Promise<SharedFile>) | undefined
  /**
   * Tells which workers' processes still run; the claims of dead ones are released at once.
   * @default those of this machine
   */
  readonly processes?: Processes | undefined
}

/**
 * Opens the journal of a list: a JSON Lines file that is only ever appended to. Several processes of one machine may have it open. State is
 * derived from the file alone: a worker learns whether its own line counts by reading it back in the order of the file.
 *
 * @throws JournalError if it belongs to another list or is damaged.
 * @throws StoreError if it cannot be read or written.
 */
export async function openJournal(options: JournalOptions): Promise<Store> {
  const { path, customers, service, dryRun = false, lease = 30_000, open = openSharedFile } = options
  const { processes = systemProcesses } = options
  const clock = toMonotonic(options.clock)
  const worker = randomBytes(6).toString('hex')
  const input = { name: customers.name, sha256: customers.hash, rows: customers.size }
  const liveness = createLiveness(processes, worker)
  let begun = false
  let closed: Promise<void> | undefined
  let latest = 0

  const begin = (told: JournalReplayOptions['told']): JournalReplay =>
    createJournalReplay({
      path,
      customers,
      expected: { service, dryRun },
      told,
      refuse: (damage) => (begun ? cannotGoOn : cannotBegin)(path, damage),
    })
  const replay = begin((line, counts) => {
    latest = line.at
    liveness.hear(line)
    if (line.w === worker) writer.confirm(line.n, counts)
  })
  const file = await guarded(() => open(path))
  const lines = createLineReader(file)
  const check = (): Promise<void> => checkFile(path, file, lines.seen)
  const writer = createWriter({ path, file, worker, clock, digest: () => replay.digestFor(worker), catchUp })

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw toStoreError(path, error)
    }
  }

  async function catchUp(): Promise<void> {
    try {
      await lines.read(replay.take)
    } catch (error) {
      // What became of the file says more than what stands in it now.
      await check()
      throw error
    }
    await check()
  }

  async function write(event: JournalEvent | Opened): Promise<boolean> {
    if (closed && event.is !== 'left') throw new StoreError(`${path} was already closed.`)
    return writer.write(event)
  }

  async function renew(): Promise<void> {
    await write({ is: 'alive' })
    await tellOfDead()
  }

  async function tellOfDead(): Promise<void> {
    for (const dead of liveness.dead()) await write({ is: 'gone', worker: dead })
  }

  try {
    // Before anything is written: what is another list's is left alone.
    replay.checkRest(await guarded(() => lines.read(replay.take)))
    const after = replay.lines
    await write({ is: 'opened', version: 1, after, input, dryRun, service, lease, process: processes.current() })
    await tellOfDead()
  } catch (error) {
    await file.close()
    throw error
  }
  const rows = tableOf(replay, path)
  begun = true

  let claiming: Promise<unknown> = Promise.resolve()

  async function claim(kind: ClaimKind, count: number): Promise<Claim> {
    // Leases run only while somebody writes: see createWorkers.
    if (Math.abs(clock.now() - latest) > lease / 2) await renew()
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

  async function shut(): Promise<void> {
    try {
      if (writer.failed) return
      await write({ is: 'left' })
      await guarded(() => file.sync())
    } finally {
      await file.close()
    }
  }

  return {
    lease: replay.opened?.lease ?? lease,
    claim(kind, count) {
      // One at a time: what is picked is this worker's only when it has been written.
      const turn = claiming.then(() => claim(kind, count))
      claiming = turn.catch(() => {})
      return turn
    },
    append: async (entry) => write(checkEntry(entry, customers.size)),
    renew,
    progress() {
      const progress = rows.progress(clock.now())
      // Whoever asks is alive, even after a machine's sleep that was longer than a lease.
      return { ...progress, workers: Math.max(1, progress.workers) }
    },
    async *histories() {
      await guarded(() => file.sync())
      await guarded(check)
      yield* readHistories(path, file, customers.size, begin)
      await guarded(check)
    },
    close() {
      closed ??= shut()
      return closed
    },
  }
}

function tableOf({ table }: JournalReplay, path: string): RowStates {
  if (!table) throw new StoreError(`${path} does not contain what was just written to it.`)
  return table
}
