import type { Clock } from '@partner-upgrades/client'
import type { ProcessIdentity } from '@partner-upgrades/client/node'
import type { Processes } from '../src/journal/process-liveness.ts'
import type { SharedFile } from '../src/journal/shared-file.ts'

/** A process of a machine: it can be killed at any of its steps, and does nothing more then. */
export interface Process {
  readonly clock: Clock
  open(path: string): Promise<SharedFile>
  fetch(url: string, init: RequestInit): Promise<Response>
  /** The processes of the machine, as this one sees them. */
  readonly processes: Processes
  /** Kills it at once. */
  kill(): void
  /** Resolves when it has been killed. */
  readonly killed: Promise<'killed'>
}

/** A machine whose disk remembers, after a power cut, what was synced, and perhaps a part of the rest. */
export interface Machine {
  /**
   * @param steps how many steps the process has to live
   * @param atOnce whether its steps take no time, so that a clock which goes on by itself stays where it is meanwhile
   */
  start(steps: number, atOnce?: boolean): Process
  /** Kills all processes, and takes from the disk some of what was not synced. */
  cutPower(): void
  /** What a file holds. */
  text(path: string): string
  /** What it would hold after a power cut, at the least. */
  durable(path: string): string
  /** What it holds, to the byte. */
  bytes(path: string): Buffer
  /** Puts another file in its place. */
  write(path: string, content: string | Uint8Array): void
  /** Changes the file itself, whoever has it open. */
  change(path: string, change: (bytes: Buffer) => Buffer): void
  /** Removes the name; whoever has the file open still has it. */
  remove(path: string): void
  /** Gives a file another name besides. */
  link(path: string, another: string): void
}

interface Stored {
  bytes: Buffer
  synced: number
}

/** @param serve answers what is on the wire, whatever becomes of the process that sent it */
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

    /** Takes a step; one that is the last may be taken by half, or its end not be seen. */
    async function step<T>(work: () => Promise<T> | T, half: () => void = () => {}): Promise<T> {
      if (!atOnce) await new Promise((resolve) => setImmediate(resolve))
      if (!alive) return never
      if (--left <= 0) {
        kill()
        const dice = random()
        if (dice < 0.3) half()
        // It takes effect all the same; nobody hears of it, or of its end.
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

/** Bytes and more bytes. What is free behind the first is used, as long as nobody else has. */
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
