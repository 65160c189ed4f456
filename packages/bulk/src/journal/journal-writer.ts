import type { MonotonicClock } from '@partner-upgrades/client'
import { tolerance } from '../rows/journal-time.ts'
import { inBatches } from '../store/in-batches.ts'
import type { JournalEvent } from '../store/journal-entry.ts'
import type { Opened } from '../store/journal-line.ts'
import { notReadBack } from './changed-file.ts'
import { formatEvent, formatLine } from './line-format.ts'
import type { SharedFile } from './shared-file.ts'
import { toStoreError } from './store-error.ts'

/** Writes a worker's lines, batching those that are waiting. */
export interface Writer {
  /**
   * Writes an event; resolves to whether it counts, once it has been read back. After a failure, every later write fails.
   *
   * @throws EntryError if it does not fit into a line; nothing was written then.
   */
  write(event: JournalEvent | Opened): Promise<boolean>
  /** Notes that one of the worker's lines was read back. */
  confirm(n: number, counts: boolean): void
  /** Whether a write has failed, so that every later one fails, too. */
  readonly failed: boolean
  /** The number of lines written. */
  readonly written: number
}

/** The dependencies of a writer. */
export interface WriterParts {
  /** Path of the journal, for messages. */
  readonly path: string
  /** The journal, open for appending. */
  readonly file: SharedFile
  /** The ID of this worker. */
  readonly worker: string
  /** The machine's clock, with a monotonic clock. */
  readonly clock: MonotonicClock
  /** Returns the digest that the next line refers to. */
  digest(): string
  /** Reads the new lines of the file, and checks that it is still the same file. */
  catchUp(): Promise<void>
}

/** An event to write. */
interface Pending {
  readonly event: JournalEvent | Opened
  readonly members: string
  /** Whether the event counts; absent until it was read back. */
  counts?: boolean
}

/** Creates a writer. It flushes a batch with at most one `fsync`. */
export function createWriter({ path, file, worker, clock, digest, catchUp }: WriterParts): Writer {
  const pending = new Map<number, Pending>()
  let written = 0
  let lastAt = clock.now()
  let lastElapsed = clock.elapsed()
  let failure: unknown

  /** Reads the time, and determines how far the clock was set since the last reading. */
  function readTime(): { readonly at: number; readonly set?: number } {
    const [at, elapsed] = [clock.now(), clock.elapsed()]
    const set = at - lastAt - (elapsed - lastElapsed)
    lastAt = at
    lastElapsed = elapsed
    return Math.abs(set) > tolerance ? { at, set } : { at }
  }

  async function writeLines(batch: readonly Pending[]): Promise<readonly boolean[]> {
    const time = readTime()
    const lines = batch.map((each, index) => {
      pending.set(++written, each)
      // The first line refers to what was read before; the others directly follow it.
      return formatLine(
        { w: worker, n: written, ...(index === 0 && { p: digest(), set: time.set }), at: time.at },
        each.members,
      )
    })
    await file.append(Buffer.from(lines.join('')))
    if (batch.some(({ event }) => isDurable(event))) await file.sync()
    await catchUp()
    if (batch.some(({ counts }) => counts === undefined)) throw notReadBack(path)
    pending.clear()
    return batch.map(({ counts = false }) => counts)
  }

  const put = inBatches(async (batch: readonly Pending[]) => {
    if (failure) throw failure
    try {
      return await writeLines(batch)
    } catch (error) {
      failure = toStoreError(path, error)
      pending.clear()
      throw failure
    }
  })

  return {
    async write(event) {
      if (failure) throw failure
      return put({ event, members: formatEvent(event) })
    },
    confirm(n, counts) {
      const each = pending.get(n)
      if (each) each.counts = counts
    },
    get failed() {
      return failure !== undefined
    },
    get written() {
      return written
    },
  }
}

/** Whether an event must survive a power cut before anything else is done. */
function isDurable({ is }: JournalEvent | Opened): boolean {
  return is === 'sending' || is === 'accepted' || is === 'handedOver'
}
