import type { MonotonicClock } from '@partner-upgrades/client'
import { tolerance } from '../rows/journal-time.ts'
import { inBatches } from '../store/in-batches.ts'
import type { JournalEvent } from '../store/journal-entry.ts'
import type { Opened } from '../store/journal-line.ts'
import { notReadBack } from './changed-file.ts'
import { formatEvent, formatLine } from './line-format.ts'
import type { SharedFile } from './shared-file.ts'
import { toStoreError } from './store-error.ts'

/** Writes a worker's lines, as many at once as there are. */
export interface Writer {
  /**
   * Writes an event, and says whether it counts, when it has been read back. After a failure, everything fails.
   *
   * @throws EntryError if no line can hold it; nothing was written then.
   */
  write(event: JournalEvent | Opened): Promise<boolean>
  /** One of the worker's lines was read back. */
  confirm(n: number, counts: boolean): void
  /** Whether a write has failed: every later one fails, too. */
  readonly failed: boolean
  /** How many lines it has written. */
  readonly written: number
}

/** What a writer works with. */
export interface WriterParts {
  /** The journal, for messages. */
  readonly path: string
  /** The journal, open for appending. */
  readonly file: SharedFile
  /** The ID of this worker. */
  readonly worker: string
  /** The machine's clock, and one that nobody sets. */
  readonly clock: MonotonicClock
  /** What the next line refers to. */
  digest(): string
  /** Reads what is new in the file, and makes sure that it is still the same file. */
  catchUp(): Promise<void>
}

/** Something to write. */
interface Pending {
  readonly event: JournalEvent | Opened
  readonly members: string
  /** Whether it counts; absent until it was read back. */
  counts?: boolean
}

/** Makes a writer that has written nothing. A batch is written with one `fsync`. */
export function createWriter({ path, file, worker, clock, digest, catchUp }: WriterParts): Writer {
  const pending = new Map<number, Pending>()
  let written = 0
  let lastAt = clock.now()
  let lastElapsed = clock.elapsed()
  let failure: unknown

  /** The time, and by how much the clock was set since it was last read. */
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
      // The first is tied to what was read before; the others are right behind it.
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
