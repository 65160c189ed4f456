import type { Clock } from '@partner-upgrades/client'
import type { ProcessIdentity } from '@partner-upgrades/client/node'
import type { Customers } from '@partner-upgrades/customer-lists'
import { JournalError, reasonOf } from '../errors.ts'
import type { KnownRow } from '../rows/row-state.ts'
import type { HandedOver } from '../store/journal-entry.ts'
import type { Opened } from '../store/journal-line.ts'
import type { History, Progress } from '../store/store.ts'
import { cannotBegin } from './damage.ts'
import { createJournalReplay, type Expected, type JournalReplay, type JournalReplayOptions } from './journal-replay.ts'
import { createLineReader } from './line-reader.ts'
import { createLiveness, type Processes, systemProcesses } from './process-liveness.ts'
import { readHistories } from './row-histories.ts'
import { openReadOnly } from './shared-file.ts'

/** The options of `readJournal`. */
export interface ReadJournalOptions {
  /** Path of the journal. */
  readonly path: string
  /** The list that the journal belongs to. */
  readonly customers: Customers
  /** The service and mode that the journal must belong to. @default any */
  readonly expected?: Expected | undefined
  /** The clock that decides which rows are due. */
  readonly clock: Clock
  /**
   * Determines which workers' processes still run.
   * @default the processes of this machine
   */
  readonly processes?: Processes | undefined
}

/** The state of a journal when it was read. */
export interface JournalReading {
  /** The first line of the journal, with its service and mode. */
  readonly opened: Opened
  /** The progress of the list. */
  readonly progress: Progress
  /** The processes that are working on the list, as far as is known. */
  readonly working: readonly ProcessIdentity[]
  /** Where the list was handed over to; `undefined` if it was not. */
  readonly handedOver: HandedOver | undefined
  /** The number of lines, and their digest. */
  readonly lines: { readonly count: number; readonly digest: string }
  /** When the last line was written, in milliseconds since 1970. */
  readonly lastWriteAt: number
  /** Returns the state of a row. */
  known(row: number): KnownRow
  /** Reads the history of every row, in the order of the list. */
  histories(): AsyncIterable<History>
  /** Closes the journal. */
  close(): Promise<void>
}

/**
 * Reads a journal without joining the run: locks and writes nothing, and others may keep writing.
 *
 * @throws JournalError if it does not exist, belongs to another list or is damaged.
 */
export async function readJournal(options: ReadJournalOptions): Promise<JournalReading> {
  const { path, customers, expected = {}, clock, processes = systemProcesses } = options
  const liveness = createLiveness(processes, '')
  let lastWriteAt = 0
  const begin = (told: JournalReplayOptions['told']): JournalReplay =>
    createJournalReplay({
      path,
      customers,
      expected,
      told,
      refuse: (damage) => cannotBegin(path, damage),
    })
  const replay = begin((line) => {
    lastWriteAt = line.at
    liveness.hear(line)
  })
  const file = await openReadOnly(path).catch((cause: unknown) => {
    throw new JournalError(`${path} cannot be read (${reasonOf(cause)}).`, { cause })
  })
  try {
    replay.checkRest(await createLineReader(file).read(replay.take))
    const { opened, table, handedOver, lines } = replay
    if (!opened || !table) throw new JournalError(`${path} is empty: nothing has been run yet.`)
    return {
      opened,
      progress: table.progress(clock.now()),
      working: liveness.running(),
      handedOver,
      lines: { count: lines, digest: replay.digestFor('') },
      lastWriteAt,
      known: (row) => table.known(row, clock.now()),
      histories: () => readHistories(path, file, customers.size, begin),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}
