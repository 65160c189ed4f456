/** The workers of a list, and their leases. Workers are numbered from 1; 0 is no worker. Times are the journal's. */
export interface Workers {
  /** Notes a sign of life of a worker; returns the worker's number. */
  hear(worker: string, time: number): number
  /** Returns the number of a worker, or -1 if it is unknown. */
  find(worker: string): number
  /** Notes that a worker has left: its claims are free. */
  leave(worker: number): void
  /** Whether the worker's lease has not expired, so that its claims hold. */
  isAlive(worker: number, time: number): boolean
  /** Returns when the worker's claims become free if it gives no further sign of life. */
  freeAt(worker: number, time: number): number
  /** Returns the number of live workers. */
  alive(time: number): number
}

/**
 * Creates an empty list of workers. A worker that has been silent for longer than a lease is considered dead.
 *
 * Leases run only while some worker writes: if all are silent, at most half a lease of that time counts. A live worker renews three times
 * per lease, so a longer silence of all means that the clock was set forward or the machine slept, not that the workers died.
 */
export function createWorkers(lease: number): Workers {
  const numbers = new Map<string, number>()
  // Index 0 stands for no worker.
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
