import { toMonotonic } from '@partner-upgrades/client'
import type { ProcessIdentity } from '@partner-upgrades/client/node'
import { JournalError } from '../errors.ts'
import type { KnownRow } from '../rows/row-state.ts'
import { isEvent } from '../store/entry-schema.ts'
import type { HandedOver } from '../store/journal-entry.ts'
import type { History, Progress } from '../store/store.ts'
import { type JournalOptions, openJournalFile } from './journal-file.ts'
import { systemProcesses } from './process-liveness.ts'
import { type JournalReading, readJournal } from './read-journal.ts'

/** The options of `openHandOver`. */
export interface HandOverOptions extends Omit<JournalOptions, 'lease'> {
  /** Called before waiting `ms` milliseconds for a sign of life of another machine's process that has not left the journal. */
  readonly onWait?: ((process: ProcessIdentity, ms: number) => void) | undefined
}

/** The fleet and the list in it that a list is handed over to. */
export type Destination = Pick<HandedOver, 'handOver' | 'fleet' | 'list' | 'partner'>

/** The state and history of a row, as recorded in the journal. */
export interface HandedRow extends KnownRow, History {}

/** A journal that is being handed over. */
export interface HandOver {
  /** The progress of the list. */
  readonly progress: Progress
  /** The destination of an earlier hand-over; absent if there was none. */
  readonly before: Destination | undefined
  /** Reads the state and history of each row, in the order of the list. */
  rows(): AsyncIterable<HandedRow>
  /**
   * Ends the journal durably: from now on, `openJournal` refuses it. Does nothing if it was handed over before.
   *
   * @throws JournalError if anything was written since the journal was read. It remains usable then.
   * @throws StoreError if it cannot be written. Whether it has ended is unknown then; read it again to find out.
   */
  seal(destination: Destination): Promise<void>
  /** Closes the file. */
  close(): Promise<void>
}

/**
 * Reads a journal so that its list can continue elsewhere. Nothing is written before `seal`.
 *
 * @throws JournalError if it does not exist, belongs to another list, service or mode, is damaged, or is in use by a process.
 */
export async function openHandOver(options: HandOverOptions): Promise<HandOver> {
  const { path, customers, service, dryRun = false, processes = systemProcesses, onWait } = options
  const clock = toMonotonic(options.clock)
  const { host } = processes.current()
  const read = (): Promise<JournalReading> =>
    readJournal({ path, customers, expected: { service, dryRun }, clock, processes })

  async function readUnused(): Promise<JournalReading> {
    const reading = await read()
    if (reading.handedOver) return reading
    const { working, lines, opened } = reading
    const [away] = working
    if (!away) return reading
    await reading.close()
    refuseThoseHere(working)
    // From here, nobody can tell whether the process runs. A live one renews its claims well within a lease.
    onWait?.(away, opened.lease)
    await clock.sleep(opened.lease)
    const again = await read()
    if (isSame(again.lines, lines)) return again
    await again.close()
    throw inUse(away)
  }

  function inUse({ pid, host: where }: ProcessIdentity): JournalError {
    const place = where === host ? 'on this machine' : `on ${where}`
    return new JournalError(
      `${path} is in use: process ${pid} ${place} is working on the list. Stop it, then repeat the hand-over. Nothing was handed over.`,
    )
  }

  function refuseThoseHere(working: readonly ProcessIdentity[]): void {
    const here = working.find((process) => process.host === host)
    if (here) throw inUse(here)
  }

  const reading = await readUnused()

  async function seal(destination: Destination): Promise<void> {
    if (reading.handedOver) return
    const { lines } = reading
    const journal = await openJournalFile(options, (replay, liveness) => {
      if (!isSame({ count: replay.lines, digest: replay.digestFor('') }, lines)) throw changed(path)
      refuseThoseHere(liveness.running())
    })
    try {
      const { handOver, fleet, list, partner } = destination
      const event = { is: 'handedOver', after: lines.count + journal.written, handOver, fleet, list, partner } as const
      if (!isEvent(event)) throw new JournalError('The name of the list is too long. Nothing was handed over.')
      if (!(await journal.write(event))) throw changed(path)
    } finally {
      await journal.close()
    }
  }

  return {
    progress: reading.progress,
    before: reading.handedOver,
    async *rows() {
      for await (const history of reading.histories()) yield { ...reading.known(history.row), ...history }
    },
    seal,
    close: () => reading.close(),
  }
}

function isSame(a: JournalReading['lines'], b: JournalReading['lines']): boolean {
  return a.count === b.count && a.digest === b.digest
}

function changed(path: string): JournalError {
  return new JournalError(
    `${path} is in use: a process has written to it in the meantime. Stop it, then repeat the hand-over. Nothing was handed over.`,
  )
}
