import type { OperationId } from '@partner-upgrades/spec'
import type { Clock } from '../time/clock.ts'
import { type Duration, toMilliseconds } from '../time/duration.ts'

/** A limit on calls. The documentation says that calls are throttled, and per whom, but not at what rate. */
export interface ThrottleLimit {
  /** How many calls may be made within `per`; 1 or more. */
  readonly requests: number
  /** The length of the window: `requests` calls are allowed in any span of this length. */
  readonly per: Duration
  /**
   * Whether all customers share the limit, or each customer has its own.
   * @default 'partner'
   */
  readonly by?: 'partner' | 'customer' | undefined
  /** The operations that the limit counts. @default all operations together */
  readonly operations?: readonly OperationId[] | undefined
}

/** Counts a call; returns how many seconds to wait if the call exceeds a limit. */
export type Throttle = (operation: string, customerId: string) => number | undefined

/** Creates a rate limiter that admits calls within the limits. A throttled call does not count. */
export function createThrottle(limits: readonly ThrottleLimit[], clock: Clock): Throttle {
  const windows = limits.map(createWindow)
  if (windows.length === 0) return () => undefined
  return (operation, customerId) => {
    const now = clock.now()
    const concerned = windows.filter(({ concerns }) => concerns(operation))
    const wait = Math.max(0, ...concerned.map((window) => window.waitAt(now, customerId)))
    if (wait > 0) return Math.ceil(wait / 1_000)
    for (const window of concerned) window.count(now, customerId)
    return undefined
  }
}

interface Window {
  concerns(operation: string): boolean
  /** Milliseconds until the next call would be admitted; 0 for now. */
  waitAt(now: number, customerId: string): number
  count(now: number, customerId: string): void
}

function createWindow({ requests, per, by = 'partner', operations }: ThrottleLimit): Window {
  if (!Number.isInteger(requests) || requests < 1)
    throw new TypeError(`requests of a throttling limit must be 1 or more, not ${requests}.`)
  const span = toMilliseconds(per)
  // Ring buffers with the times of the last admitted calls, one for each call of the limit; `next` is the oldest.
  const calls = new Map<string, { readonly times: number[]; next: number }>()
  const keyOf = (customerId: string) => (by === 'customer' ? customerId.toLowerCase() : '')
  return {
    concerns: (operation) => operations === undefined || operations.some((each) => each === operation),
    waitAt: (now, customerId) => {
      const ring = calls.get(keyOf(customerId))
      const oldest = ring?.times[ring.next]
      return oldest === undefined ? 0 : Math.max(0, oldest + span - now)
    },
    count: (now, customerId) => {
      const key = keyOf(customerId)
      const ring = calls.get(key) ?? { times: [], next: 0 }
      ring.times[ring.next] = now
      ring.next = (ring.next + 1) % requests
      calls.set(key, ring)
    },
  }
}
