/** How many rows are worked on at once: fewer when the service is pressed, more again while it is quiet. */
export interface Pace {
  /** How many at present. */
  readonly limit: number
  /** An answer came, and it was no 429. */
  accepted(): void
  /** A request that began at a time was answered with 429: of those that were under way together, the first counts. */
  refused(startedAt: number, now: number): void
}

/** Halves the parallelism on 429, and adds one for as many good answers as it lets through at once: as TCP does. */
export function createPace(most: number, first: number = Math.min(4, most)): Pace {
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
