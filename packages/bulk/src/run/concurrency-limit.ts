/** How many rows may be in progress at once. */
export interface ConcurrencyLimit {
  /** The current limit. */
  readonly limit: number
  /** Call it after a response other than 429. */
  accepted(): void
  /** Call it after a 429, with the time at which its request began. Of requests in flight together, only the first 429 counts. */
  refused(startedAt: number, now: number): void
}

/** Halves the limit on a 429, and raises it by one after as many other responses as the limit, like TCP. */
export function createConcurrencyLimit(most: number, first: number = Math.min(4, most)): ConcurrencyLimit {
  let width = first
  let loweredAt = Number.NEGATIVE_INFINITY
  return {
    get limit() {
      return Math.max(1, Math.floor(width))
    },
    accepted() {
      width = Math.min(most, width + 1 / width)
    },
    refused(startedAt, now) {
      if (startedAt < loweredAt) return
      width = Math.max(1, width / 2)
      loweredAt = now
    },
  }
}
