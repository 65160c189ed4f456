/** The maximum number of rows in progress, adapted to the service's responses. */
export interface ConcurrencyLimit {
  /** The current limit. */
  readonly limit: number
  /** Call this after a response other than 429. */
  accepted(): void
  /** Call this after a 429, with the time at which its request started. Of concurrent requests, only the first 429 counts. */
  refused(startedAt: number, now: number): void
}

/** Halves the limit on a 429, and raises it by one after as many other responses as the limit, like TCP's congestion control. */
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
