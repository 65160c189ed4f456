import type { Clock } from '@partner-upgrades/client'
import type { ProcessIdentity } from '@partner-upgrades/client/node'
import type { Processes } from '../src/journal/process-liveness.ts'
import type { SharedFile } from '../src/journal/shared-file.ts'

/** A process of a simulated machine. It can be killed at any of its steps, and does nothing afterwards. */
export interface Process {
  readonly clock: Clock
  open(path: string): Promise<SharedFile>
  fetch(url: string, init: RequestInit): Promise<Response>
  /** The processes of the machine, as this one sees them. */
  readonly processes: Processes
  /** Kills the process at once. */
  kill(): void
  /** Resolves when the process has been killed. */
  readonly killed: Promise<'killed'>
}

/** A simulated machine. After a power cut, its disk holds what was synced, and perhaps a part of the rest. */
export interface Machine {
  /**
   * @param steps the number of steps after which the process dies
   * @param atOnce whether its steps take no time, so that a clock that advances automatically does not advance during them
   */
  start(steps: number, atOnce?: boolean): Process
  /** Kills all processes, and removes some of what was not synced from the disk. */
  cutPower(): void
  /** Returns the content of a file as text. */
  text(path: string): string
  /** Returns the part of a file that is certain to survive a power cut. */
  durable(path: string): string
  /** Returns the content of a file in bytes. */
  bytes(path: string): Buffer
  /** Replaces a file by another one. */
  write(path: string, content: string | Uint8Array): void
  /** Changes a file in place, even if it is open. */
  change(path: string, change: (bytes: Buffer) => Buffer): void
  /** Removes a file's name; processes that have it open keep it. */
  remove(path: string): void
  /** Gives a file an additional name. */
  link(path: string, another: string): void
}

interface Stored {
  bytes: Buffer
  synced: number
}

/** @param serve handles each request, even if the process that sent it dies */
export function createMachine(
  clock: Clock,
  random: () => number,
  serve: (url: string, init: RequestInit) => Promise<Response>,
): Machine {
  const files = new Map<string, Stored>()
  const running = new Set<() => void>()
  const pids = new Set<number>()
  let started = 0

  function stored(path: string): Stored {
    const file = files.get(path) ?? { bytes: Buffer.alloc(0), synced: 0 }
    files.set(path, file)
    return file
  }

  function start(steps: number, atOnce = false): Process {
    let left = steps
    let alive = true
    let die: (value: 'killed') => void = () => {}
    const killed = new Promise<'killed'>((resolve) => {
      die = resolve
    })
    const identity: ProcessIdentity = { host: 'machine', pid: ++started, startedAt: 0 }
    pids.add(identity.pid)
    const kill = (): void => {
      alive = false
      pids.delete(identity.pid)
      running.delete(kill)
      die('killed')
    }
    running.add(kill)
    const never = new Promise<never>(() => {})

    /** Takes a step. The last one before the process dies may be done only in part, or may take effect without returning. */
    async function step<T>(work: () => Promise<T> | T, half: () => void = () => {}): Promise<T> {
      if (!atOnce) await new Promise((resolve) => setImmediate(resolve))
      if (!alive) return never
      if (--left <= 0) {
        kill()
        const dice = random()
        if (dice < 0.3) half()
        // The step takes effect, but the process never sees its result.
        else if (dice < 0.7) void (async () => work())().catch(() => {})
        return never
      }
      try {
        const result = await work()
        return alive ? result : never
      } catch (error) {
        if (!alive) return never
        throw error
      }
    }

    return {
      kill,
      killed,
      processes: { current: () => identity, isRunning: ({ pid }) => pids.has(pid) },
      clock: { now: clock.now, sleep: (ms, signal) => step(() => clock.sleep(ms, signal)) },
      fetch: (url, init) => step(() => serve(url, init)),
      async open(path) {
        const file = stored(path)
        const write = (bytes: Uint8Array): void => {
          file.bytes = joined(file.bytes, bytes)
        }
        return {
          append: (bytes) => {
            const copy = Buffer.from(bytes)
            return step(
              () => write(copy),
              () => write(copy.subarray(0, Math.floor(random() * copy.length))),
            )
          },
          sync: () =>
            step(() => {
              file.synced = file.bytes.length
            }),
          read: async (bytes, position) => {
            if (!alive) return never
            return file.bytes.copy(bytes, 0, position)
          },
          async check() {
            if (!alive) return never
            const there = files.get(path)
            return { size: file.bytes.length, path: there === file ? 'same' : there ? 'replaced' : 'removed' }
          },
          close: async () => {},
        }
      },
    }
  }

  return {
    start,
    cutPower() {
      for (const kill of [...running]) kill()
      for (const file of files.values()) {
        const lost = file.bytes.length - file.synced
        file.bytes = file.bytes.subarray(0, file.synced + Math.floor(random() * (lost + 1)))
      }
    },
    text: (path) => stored(path).bytes.toString(),
    durable: (path) => stored(path).bytes.toString('utf8', 0, stored(path).synced),
    bytes: (path) => stored(path).bytes,
    write: (path, content) => {
      const bytes = Buffer.from(content)
      files.set(path, { bytes, synced: bytes.length })
    },
    change(path, change) {
      const file = stored(path)
      file.bytes = change(file.bytes)
      file.synced = file.bytes.length
    },
    remove: (path) => void files.delete(path),
    link: (path, another) => void files.set(another, stored(path)),
  }
}

/** Concatenates bytes, in place if the underlying buffer has unused space after the first ones. */
function joined(bytes: Buffer, more: Uint8Array): Buffer {
  const { buffer, byteOffset, length } = bytes
  const size = length + more.length
  const used = usedUntil.get(buffer)
  const room = used === byteOffset + length && buffer.byteLength >= byteOffset + size
  const target = room ? Buffer.from(buffer, byteOffset, size) : Buffer.from(new ArrayBuffer(2 * size), 0, size)
  if (!room) bytes.copy(target)
  target.set(more, length)
  usedUntil.set(target.buffer, target.byteOffset + size)
  return target
}

const usedUntil = new WeakMap<ArrayBufferLike, number>()
