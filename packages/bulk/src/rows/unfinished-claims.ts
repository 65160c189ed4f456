/**
 * The rows that workers, by their numbers, have claimed and not said yet what came of. A row that a worker lost to another while it was
 * stopped stays among them: claimed again, what the first claim brings would count again.
 */
export interface UnfinishedClaims {
  /** Notes a claim. */
  begin(worker: number, row: number): void
  /** Notes that the worker has said what came of it, whether it still held the row or not. */
  end(worker: number, row: number): void
  /** Forgets a worker that has gone. */
  forget(worker: number): void
  /** Whether the worker still has the row in hand. */
  has(worker: number, row: number): boolean
}

/** None, yet. */
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
