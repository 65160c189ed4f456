/** The time of a journal: it never goes back, even if the machine's clock is set. */
export interface JournalTime {
  /**
   * Notes the clock time of a worker's next line; returns the journal's time.
   *
   * @param set how far the clock was set since the worker's previous line, in milliseconds; 0 if it was not, or if that is unknown
   */
  hear(worker: string, at: number, set: number): number
  /** Converts a clock time to the journal's time, given that nothing was written since the latest line. */
  of(at: number): number
}

/** The clock time of a worker's latest line, and the journal's time at that line. */
interface Reading {
  at: number
  reached: number
}

/** Clock changes smaller than this are ordinary adjustments and are ignored, in milliseconds. */
export const tolerance = 1_000

/**
 * Creates the time of an empty journal. It depends on the order of the lines alone, so every worker computes the same time. Once a line
 * shows that the clock was set, the difference is compensated from that line on.
 *
 * A worker with a monotonic clock reports changes itself. All such workers report the same change, so only the first line that is off by
 * that much is considered. Other lines that are behind prove nothing, since a worker may be delayed between reading the clock and writing.
 * A line proves a change if it is behind its own worker's previous line, or if the journal's time has not advanced since that one.
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
