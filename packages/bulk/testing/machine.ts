import type { Clock } from '@partner-upgrades/client'
import type { SharedFile } from '../src/journal/disk.ts'

/** A process of a machine: it can be killed at any of its steps, and does nothing more then. */
export interface Process {
  readonly clock: Clock
  open(path: string): Promise<SharedFile>
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Resolves when it has been killed. */
  readonly killed: Promise<'killed'>
}

/** A machine whose disk remembers, after a power cut, what was synced, and perhaps a part of the rest. */
export interface Machine {
  /** @param steps how many steps the process has to live */
  start(steps: number): Process
  /** Kills all processes, and takes from the disk some of what was not synced. */
  cutPower(): void
  /** What a file holds. */
  text(path: string): string
  /** What it would hold after a power cut, at the least. */
  durable(path: string): string
  /** Puts something else in its place. */
  write(path: string, text: string): void
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

  function stored(path: string): Stored {
    const file = files.get(path) ?? { bytes: Buffer.alloc(0), synced: 0 }
    files.set(path, file)
    return file
  }

  function start(steps: number): Process {
    let left = steps
    let alive = true
    let die: (value: 'killed') => void = () => {}
    const killed = new Promise<'killed'>((resolve) => {
      die = resolve
    })
    const kill = (): void => {
      alive = false
      running.delete(kill)
      die('killed')
    }
    running.add(kill)
    const never = new Promise<never>(() => {})

    /** Takes a step; one that is the last may be taken by half, or its end not be seen. */
    async function step<T>(work: () => Promise<T> | T, half: () => void = () => {}): Promise<T> {
      await new Promise((resolve) => setImmediate(resolve))
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
      killed,
      clock: { now: clock.now, sleep: (ms, signal) => step(() => clock.sleep(ms, signal)) },
      fetch: (url, init) => step(() => serve(url, init)),
      async open(path) {
        const file = stored(path)
        const write = (bytes: Uint8Array): void => {
          file.bytes = Buffer.concat([file.bytes, bytes])
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
    write: (path, text) => {
      files.set(path, { bytes: Buffer.from(text), synced: Buffer.byteLength(text) })
    },
  }
}
