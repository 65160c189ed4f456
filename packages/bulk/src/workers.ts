/** Who works on the list, and who is alive. Workers are numbered from 1; 0 is nobody. */
export interface Workers {
  /** Notes that a worker said something at a time; returns its number. */
  hear(worker: string, at: number): number
  /** Its number, or -1. */
  find(worker: string): number
  /** Notes that it said goodbye: whatever it had claimed is free. */
  leave(worker: number): void
  /** Whether what it claimed is still its own. */
  isAlive(worker: number, at: number): boolean
  /** When what it claimed is free, if it says nothing more. */
  freeAt(worker: number): number
  /** How many are alive. */
  alive(at: number): number
}

/** Nobody, yet. Whoever has said nothing for longer than a lease is taken for dead. */
export function createWorkers(lease: number): Workers {
  const numbers = new Map<string, number>()
  // The place of nobody.
  const heard = [Number.NEGATIVE_INFINITY]
  const freeAt = (worker: number): number => (heard[worker] ?? Number.NEGATIVE_INFINITY) + lease + 1
  return {
    hear(worker, at) {
      const number = numbers.get(worker) ?? heard.length
      if (number === heard.length) numbers.set(worker, number)
      heard[number] = at
      return number
    },
    find: (worker) => numbers.get(worker) ?? -1,
    leave: (worker) => {
      heard[worker] = Number.NEGATIVE_INFINITY
    },
    isAlive: (worker, at) => freeAt(worker) > at,
    freeAt,
    alive: (at) => heard.filter((_, worker) => freeAt(worker) > at).length,
  }
}
