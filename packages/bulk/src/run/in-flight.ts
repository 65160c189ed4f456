import type { Clock } from '@partner-upgrades/client'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** The requests that are under way. */
export interface InFlight {
  /** Sends a request, and notes it while it is under way. */
  readonly fetch: Fetch
  /** How many have hung for so long that they press nobody: others may go on in their places. */
  hanging(): number
  /** When the next one will have, in milliseconds since 1970. */
  nextToHang(): number
}

/** A request without an answer for longer than this hangs, in milliseconds. */
const patience = 10_000

/** Notes the requests of a `fetch`. */
export function createInFlight(clock: Clock, fetch: Fetch): InFlight {
  // In the order in which they began.
  const begun = new Set<{ readonly at: number }>()
  return {
    async fetch(url, init) {
      const request = { at: clock.now() }
      begun.add(request)
      try {
        return await fetch(url, init)
      } finally {
        begun.delete(request)
      }
    },
    hanging: () => [...begun].filter(({ at }) => at + patience <= clock.now()).length,
    nextToHang() {
      const next = [...begun].find(({ at }) => at + patience > clock.now())
      return next ? next.at + patience : Number.POSITIVE_INFINITY
    },
  }
}
