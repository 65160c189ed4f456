/** Tracks whether requests get through at all. Times are milliseconds of a monotonic clock. */
export interface Outage {
  /** Whether so many calls in a row have failed that single rows cannot be the cause. */
  readonly lasting: boolean
  /** Whether a call got a response since the last failure; if not, the next failure may be due to an outage. */
  readonly reached: boolean
  /** Whether any call ever got a response. */
  readonly everReached: boolean
  /** The number of calls in a row whose token was refused. */
  readonly refusals: number
  /** When to try again, in milliseconds of the monotonic clock; 0 for now. */
  readonly until: number
  /** Notes that a call got a response other than 429, which ends the outage. */
  over(): void
  /** Notes that a call was throttled. */
  throttled(now: number): void
  /** Notes a call that failed without a response, and whether its token was refused. */
  trouble(now: number, refused: boolean): void
  /** How long the calls have been failing, in milliseconds. */
  age(now: number): number
  /** How long every response has been a 429, in milliseconds. */
  throttledFor(now: number): number
}

/** The number of failed calls in a row that count as an outage. */
export const patience = 10

/** Detects outages. During one, rows are tried one at a time, with a backoff of up to a minute. */
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
