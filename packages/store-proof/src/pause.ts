/** A pause that the service asks one worker for, and what the others make of it. */
export interface Pause {
  /** Whether it was asked for. */
  readonly begun: boolean
  /** How many requests arrived while everybody should have been waiting. */
  readonly requests: number
}

/** A pause that is still to come, or under way. */
export interface WatchedPause extends Pause {
  /** Is told of each request that arrives; returns whether its sender is asked to wait. */
  arrived(): boolean
}

/**
 * Asks for a pause once, as soon as it may begin. What was under way then may still arrive for half of it, and the clocks of workers may
 * be off a little: only what arrives between that and its last tenth counts.
 *
 * @param duration how long it is, in milliseconds
 * @param now the time that has passed, in milliseconds, by a clock that nobody sets
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
