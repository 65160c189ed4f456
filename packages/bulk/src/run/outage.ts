/** Whether anything gets through at all. Times are milliseconds on a clock that nobody sets. */
export interface Outage {
  /** Whether so many calls in a row have come to nothing that it cannot be the rows' fault. */
  readonly lasting: boolean
  /** Whether a call was answered since the last one that came to nothing; if not, nobody can tell whose fault the next one is. */
  readonly reached: boolean
  /** Whether any call was ever answered. */
  readonly everReached: boolean
  /** Calls in a row whose token was refused. */
  readonly refusals: number
  /** When to try again, in milliseconds of that clock; 0 for now. */
  readonly until: number
  /** A call was answered. */
  over(): void
  /** A call was answered, and only to say that it is throttled. */
  throttled(now: number): void
  /** A call came to nothing, and not for its row's sake. */
  trouble(now: number, refused: boolean): void
  /** How long it has lasted, in milliseconds. */
  age(now: number): number
  /** For how long every answer has been that calls are throttled, in milliseconds. */
  throttledFor(now: number): number
}

/** Calls in a row that come to nothing before it counts as an outage. */
export const patience = 10

/** Notices outages: then one row at a time is tried, after longer and longer pauses of up to a minute. */
export function createOutage(): Outage {
  let failures = 0
  let refusals = 0
  let reached = false
  let everReached = false
  let since = 0
  let until = 0
  let throttledSince: number | undefined
  const answered = (): void => {
    failures = refusals = until = 0
    reached = everReached = true
  }
  return {
    get lasting() {
      return failures >= patience
    },
    get reached() {
      return reached
    },
    get everReached() {
      return everReached
    },
    get refusals() {
      return refusals
    },
    get until() {
      return until
    },
    over() {
      answered()
      throttledSince = undefined
    },
    throttled(now) {
      answered()
      throttledSince ??= now
    },
    trouble(now, refused) {
      reached = false
      refusals = refused ? refusals + 1 : 0
      if (failures++ === 0) since = now
      if (failures >= patience) until = now + Math.min(60_000, 1_000 * 2 ** (failures - patience))
    },
    age: (now) => (failures === 0 ? 0 : now - since),
    throttledFor: (now) => (throttledSince === undefined ? 0 : now - throttledSince),
  }
}
