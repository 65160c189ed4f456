import { randomBytes } from 'node:crypto'
import { type Clock, type MonotonicClock, toMonotonic } from '@partner-upgrades/client'
import type { Customers } from '@partner-upgrades/customer-lists'
import { JournalError, StoreError } from '../errors.ts'
import type { JournalEvent } from '../store/journal-entry.ts'
import type { Opened } from '../store/journal-line.ts'
import type { History } from '../store/store.ts'
import { checkFile } from './changed-file.ts'
import { cannotBegin, cannotGoOn } from './damage.ts'
import { describeHandOver } from './handed-over.ts'
import { createJournalReplay, type JournalReplay, type JournalReplayOptions } from './journal-replay.ts'
import { createWriter } from './journal-writer.ts'
import { createLineReader } from './line-reader.ts'
import { createLiveness, type Liveness, type Processes, systemProcesses } from './process-liveness.ts'
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
   * How long a worker may be silent before others take over its customers, in milliseconds. The journal's first worker decides.
   * @default 30000
   */
  readonly lease?: number | undefined
  /** The clock that dates entries and decides what is due. */
  readonly clock: Clock
  /** Opens the file. @default opens it on the local disk */
  readonly open?: ((path: string) => Promise<SharedFile>) | undefined
  /**
   * Determines which workers' processes still run; the claims of dead ones are released at once.
   * @default the processes of this machine
   */
  readonly processes?: Processes | undefined
}

/** A journal that a worker has opened for writing. */
export interface JournalFile {
  /** This worker's ID. */
  readonly worker: string
  /** The state of the journal, as far as it has been read. */
  readonly replay: JournalReplay
  /** The machine's clock, with a monotonic clock. */
  readonly clock: MonotonicClock
  /** When the latest line was written, in milliseconds since 1970. */
  readonly latest: number
  /** How many lines this worker has written. */
  readonly written: number
  /** Writes an event; returns whether it counts. */
  write(event: JournalEvent): Promise<boolean>
  /** Renews this worker's lease, and reports workers that have died. */
  renew(): Promise<void>
  /** Reads the history of every row, in the order of the list. */
  histories(): AsyncIterable<History>
  /** Records that this worker leaves, and closes the file. */
  close(): Promise<void>
}

/** Rejects a journal by throwing, after it was read and before anything is written to it. */
export type Admit = (replay: JournalReplay, liveness: Liveness) => void

/**
 * Opens a journal for writing, as an additional worker.
 *
 * @param admit throws if this worker must not join
 * @throws JournalError if it belongs to another list, is damaged, or was handed over.
 * @throws StoreError if it cannot be read or written.
 */
export async function openJournalFile(options: JournalOptions, admit: Admit = () => {}): Promise<JournalFile> {
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
    else if (line.event.is === 'handedOver') refuseHandedOver()
  })
  const file = await guarded(() => open(path))
  const lines = createLineReader(file)
  const check = (): Promise<void> => checkFile(path, file, lines.seen)
  const writer = createWriter({ path, file, worker, clock, digest: () => replay.digestFor(worker), catchUp })

  function refuseHandedOver(): void {
    if (!replay.handedOver) return
    if (begun) {
      throw new StoreError(describeHandOver(path, replay.handedOver, 'This run has stopped and sends nothing more.'))
    }
    throw new JournalError(describeHandOver(path, replay.handedOver, 'Nothing was sent by this command.'))
  }

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
      // That the file was removed, replaced or truncated says more than an error in its content.
      await check()
      throw error
    }
    await check()
  }

  async function write(event: JournalEvent | Opened): Promise<boolean> {
    if (closed) throw new StoreError(`${path} was already closed.`)
    return writer.write(event)
  }

  async function tellOfDead(): Promise<void> {
    for (const dead of liveness.dead()) await write({ is: 'gone', worker: dead })
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

  try {
    // Before anything is written: the journal of another list must be left alone.
    replay.checkRest(await guarded(() => lines.read(replay.take)))
    admit(replay, liveness)
    const after = replay.lines
    await write({ is: 'opened', version: 2, after, input, dryRun, service, lease, process: processes.current() })
    await tellOfDead()
  } catch (error) {
    await file.close()
    throw error
  }
  begun = true

  return {
    worker,
    replay,
    clock,
    get latest() {
      return latest
    },
    get written() {
      return writer.written
    },
    write,
    async renew() {
      await write({ is: 'alive' })
      await tellOfDead()
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
