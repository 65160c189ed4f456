/** Who works on the list, and who is alive. Workers are numbered from 1; 0 is nobody. Times are the journal's. */
export interface Workers {
  /** Notes that a worker said something at a time; returns its number. */
  hear(worker: string, time: number): number
  /** Its number, or -1. */
  find(worker: string): number
  /** Notes that it has gone: whatever it had claimed is free. */
  leave(worker: number): void
  /** Whether what it claimed is still its own. */
  isAlive(worker: number, time: number): boolean
  /** When what it claimed is free, if it says nothing more. */
  freeAt(worker: number, time: number): number
  /** How many are alive. */
  alive(time: number): number
}

/**
 * Nobody, yet. Whoever has said nothing for longer than a lease is taken for dead.
 *
 * Leases run only while somebody writes: of a silence of all, half a lease counts at the most. While a worker is alive there is none, as it
 * renews three times a lease; so such a silence means that the clock was set forward, or that the machine slept, and nobody died of that.
 */
export function createWorkers(lease: number): Workers {
  const numbers = new Map<string, number>()
  // The place of nobody.
  const heard = [Number.NEGATIVE_INFINITY]
  const longestSilence = lease / 2 + 1
  let latest: number | undefined
  let elapsed = 0

  const elapsedAt = (time: number): number => elapsed + Math.min(time - (latest ?? time), longestSilence)
  const left = (worker: number, time: number): number =>
    (heard[worker] ?? Number.NEGATIVE_INFINITY) + lease + 1 - elapsedAt(time)

  return {
    hear(worker, time) {
      const number = numbers.get(worker) ?? heard.length
      if (number === heard.length) numbers.set(worker, number)
      elapsed = elapsedAt(time)
      latest = time
      heard[number] = elapsed
      return number
    },
    find: (worker) => numbers.get(worker) ?? -1,
    leave: (worker) => {
      heard[worker] = Number.NEGATIVE_INFINITY
    },
    isAlive: (worker, time) => left(worker, time) > 0,
    freeAt: (worker, time) => time + left(worker, time),
    alive: (time) => heard.filter((_, worker) => left(worker, time) > 0).length,
  }
}
