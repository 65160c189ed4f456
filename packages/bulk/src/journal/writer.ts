import type { Clock } from '@partner-upgrades/client'
import type { Event } from '../entry.ts'
import type { SharedFile } from './disk.ts'
import { formatLine, type Opened } from './line.ts'
import { toStoreError } from './store-error.ts'

/** Writes a worker's lines, as many at once as there are. */
export interface Writer {
  /** Writes an event, and says whether it counts, when it has been read back. After a failure, everything fails. */
  write(event: Event | Opened): Promise<boolean>
  /** One of the worker's lines was read back. */
  confirm(n: number, counts: boolean): void
  readonly failed: boolean
}

/** What a writer works with. */
export interface WriterParts {
  readonly path: string
  readonly file: SharedFile
  readonly worker: string
  readonly clock: Clock
  /** Reads what is new in the file. */
  catchUp(): Promise<void>
}

/** Something to write, and what hangs on it. */
interface Pending {
  readonly event: Event | Opened
  readonly resolve: (counts: boolean) => void
  readonly reject: (error: unknown) => void
}

/** Makes a writer that has written nothing. What is to be written while it writes goes together after that, with one `fsync`. */
export function createWriter({ path, file, worker, clock, catchUp }: WriterParts): Writer {
  const pending = new Map<number, Pending>()
  let queue: Pending[] = []
  let written = 0
  let flushing = false
  let failure: unknown

  async function flush(): Promise<void> {
    flushing = true
    try {
      while (queue.length > 0) {
        const batch = queue
        queue = []
        const lines = batch.map((each) => {
          pending.set(++written, each)
          return formatLine({ w: worker, n: written, at: clock.now(), event: each.event })
        })
        await file.append(Buffer.from(lines.join('')))
        if (batch.some(({ event }) => event.is === 'sending')) await file.sync()
        await catchUp()
      }
    } catch (error) {
      failure = toStoreError(path, error)
      for (const each of [...pending.values(), ...queue]) each.reject(failure)
      pending.clear()
      queue = []
    } finally {
      flushing = false
    }
  }

  return {
    write: (event) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure)
        queue.push({ event, resolve, reject })
        if (!flushing) void flush()
      }),
    confirm(n, counts) {
      pending.get(n)?.resolve(counts)
      pending.delete(n)
    },
    get failed() {
      return failure !== undefined
    },
  }
}
