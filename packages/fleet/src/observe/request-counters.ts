import type { Hooks } from '@partner-upgrades/client'

/** How many requests this process has sent for a partner. */
export interface RequestCounts {
  /** The partner. */
  readonly partner: string
  /** All requests. */
  readonly requests: number
  /** Creates among them, including those sent again. */
  readonly creates: number
  /** How many were answered with 429. */
  readonly throttled: number
}

/** Counts the requests of this process. */
export interface RequestCounters {
  /**
   * Returns hooks that count requests, for the client of a partner.
   *
   * @param hooks your own hooks, called as well
   */
  hooks(partner: string, hooks?: Hooks): Hooks
  /** Returns the counts so far, one entry per partner. */
  read(): readonly RequestCounts[]
}

/** Creates counters. A partner is listed, with zeros, from its first `hooks` on: a counter that appears late hides its first increment. */
export function createRequestCounters(): RequestCounters {
  const counts = new Map<string, { requests: number; creates: number; throttled: number }>()

  return {
    hooks(partner, hooks = {}) {
      const count = counts.get(partner) ?? { requests: 0, creates: 0, throttled: 0 }
      counts.set(partner, count)
      return {
        ...hooks,
        onRequest(event) {
          count.requests++
          if (event.operation === 'createProductUpgrade') count.creates++
          hooks.onRequest?.(event)
        },
        onResponse(event) {
          if (event.status === 429) count.throttled++
          hooks.onResponse?.(event)
        },
      }
    },
    read: () => [...counts].map(([partner, count]) => ({ partner, ...count })),
  }
}
