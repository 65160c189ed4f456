import type { MonotonicClock } from '@partner-upgrades/client'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Tracks the requests in flight. */
export interface RequestsInFlight {
  /** Sends a request, and tracks it until its response arrives. */
  readonly fetch: Fetch
  /** How many have been waiting so long that others may start in their place. */
  hanging(): number
  /** Milliseconds until the next request counts as hanging; `Infinity` if there is none. */
  untilNextHangs(): number
}

/** A request without a response for this long counts as hanging, in milliseconds. */
const patience = 10_000

/** Wraps a `fetch` to track its requests. */
export function createRequestsInFlight(clock: MonotonicClock, fetch: Fetch): RequestsInFlight {
  // In the order in which they started.
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
