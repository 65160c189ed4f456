/**
 * The rows that each worker, by its number, has claimed without having recorded a result yet. This includes rows that a stopped worker
 * has lost to another: if it claimed such a row again, the outdated result of its first claim would count.
 */
export interface UnfinishedClaims {
  /** Notes a claim. */
  begin(worker: number, row: number): void
  /** Notes that the worker has recorded a result, whether or not it still held the row. */
  end(worker: number, row: number): void
  /** Removes the claims of a worker that has left. */
  forget(worker: number): void
  /** Whether the worker is still processing the row. */
  has(worker: number, row: number): boolean
}

/** Creates an empty set of claims. */
export function createUnfinishedClaims(): UnfinishedClaims {
  const rows = new Map<number, Set<number>>()
  return {
    begin(worker, row) {
      const own = rows.get(worker) ?? new Set()
      rows.set(worker, own.add(row))
    },
    end: (worker, row) => void rows.get(worker)?.delete(row),
    forget: (worker) => void rows.delete(worker),
    has: (worker, row) => rows.get(worker)?.has(row) === true,
  }
}
