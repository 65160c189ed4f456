/** A pause that the service requests of one worker, and whether the others observe it. */
export interface Pause {
  /** Whether the service has requested it. */
  readonly begun: boolean
  /** How many requests arrived while all workers should have been waiting. */
  readonly requests: number
}

/** A pause that is pending or in progress. */
export interface WatchedPause extends Pause {
  /** Called for each request that arrives; returns whether its sender is told to wait. */
  arrived(): boolean
}

/**
 * Requests a pause once, as soon as `mayBegin` allows. Requests already in flight may arrive during its first half, and the clocks of
 * workers may be slightly off, so only requests between its middle and its last tenth count.
 *
 * @param duration the length of the pause, in milliseconds
 * @param now a monotonic clock, in milliseconds
 */
export function watchPause(duration: number, mayBegin: () => boolean, now: () => number): WatchedPause {
  let begin: number | undefined
  let requests = 0
  return {
    get begun() {
      return begin !== undefined
    },
    get requests() {
      return requests
    },
    arrived() {
      if (begin === undefined) {
        if (!mayBegin()) return false
        begin = now()
        return true
      }
      const part = (now() - begin) / duration
      if (part >= 0.5 && part < 0.9) requests++
      return false
    },
  }
}
