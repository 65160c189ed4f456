/** Time as a journal counts it: it never goes back, whatever is done to the machine's clock. */
export interface JournalTime {
  /**
   * Notes the clock's time of a worker's next line; returns the journal's.
   *
   * @param set by how much the clock was set since the worker's line before, as far as it can tell; 0 if it cannot
   */
  hear(worker: string, at: number, set: number): number
  /** The journal's time at a time of the clock, if nothing was written since the latest line. */
  of(at: number): number
}

/** What a worker's latest line told of the clock, and where the journal's time was then. */
interface Reading {
  at: number
  reached: number
}

/** Clocks are adjusted by less than this all the time, in milliseconds. */
export const tolerance = 1_000

/**
 * Begins to count, by the order of the lines alone, so that every worker counts the same. From the line on that shows that the clock was
 * set, the difference is added.
 *
 * A worker whose clock measures spans says so itself. All of them do, so what they say is followed by the first only, whose line is that far
 * off. Of other lines, one that is behind shows nothing: its worker may have been held up between looking at the clock and writing. It does
 * if it is behind its own worker's line before, or if nobody has got any further since that one.
 */
export function createJournalTime(): JournalTime {
  const readings = new Map<string, Reading>()
  let reached = Number.NEGATIVE_INFINITY
  let offset = 0

  function wasSetBack(before: Reading | undefined, at: number): boolean {
    if (!before || reached - (at + offset) <= tolerance) return false
    return before.at - at > tolerance || (at > before.at && before.reached === reached)
  }

  return {
    hear(worker, at, set) {
      const reading = readings.get(worker)
      const ahead = at + offset - reached
      if (set < 0 ? ahead < -tolerance : set > 0 && ahead >= set - tolerance) offset -= set
      else if (wasSetBack(reading, at)) offset = reached - at
      reached = Math.max(reached, at + offset)
      if (!reading) readings.set(worker, { at, reached })
      else {
        reading.at = at
        reading.reached = reached
      }
      return reached
    },
    of: (at) => Math.max(reached, at + offset),
  }
}
