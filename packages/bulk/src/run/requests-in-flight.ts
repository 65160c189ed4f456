import type { MonotonicClock } from '@partner-upgrades/client'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** The requests in flight. */
export interface RequestsInFlight {
  /** Sends a request, and notes it while it is under way. */
  readonly fetch: Fetch
  /** How many have been waiting so long that others may start in their places. */
  hanging(): number
  /** Milliseconds until the next one counts as hanging. */
  untilNextHangs(): number
}

/** A request without an answer for longer than this hangs, in milliseconds. */
const patience = 10_000

/** Notes the requests of a `fetch`. */
export function createRequestsInFlight(clock: MonotonicClock, fetch: Fetch): RequestsInFlight {
  // In the order in which they began.
  const begun = new Set<{ readonly at: number }>()
  return {
    async fetch(url, init) {
      const request = { at: clock.elapsed() }
      begun.add(request)
      try {
        return await fetch(url, init)
      } finally {
        begun.delete(request)
      }
    },
    hanging: () => [...begun].filter(({ at }) => at + patience <= clock.elapsed()).length,
    untilNextHangs() {
      const now = clock.elapsed()
      const next = [...begun].find(({ at }) => at + patience > now)
      return next ? next.at + patience - now : Number.POSITIVE_INFINITY
    },
  }
}
