import type { MonotonicClock } from '../time/clock.ts'
import { createWaitQueue, type WaitQueue } from './wait-queue.ts'

/** Limits the requests that a client has in flight, and holds all of them back while the service asks for a pause. */
export interface RequestLimiter extends WaitQueue {
  /** Frees the place of a request that is over. */
  leave(): void
  /** Admits nothing for this many milliseconds. */
  pause(ms: number): void
}

/** Creates a limiter for at most `maxInFlight` requests at once. */
export function createRequestLimiter(clock: MonotonicClock, maxInFlight: number): RequestLimiter {
  let free = maxInFlight
  const { remaining, pause } = createPause(clock)
  const queue = createWaitQueue(
    clock,
    () => (free > 0 ? remaining() : Number.POSITIVE_INFINITY),
    () => {
      free--
    },
  )
  return {
    ...queue,
    pause,
    leave() {
      free++
      queue.update()
    },
  }
}

/** Creates a limiter that admits `perMinute` callers a minute, evenly spaced, however many wait. */
export function createRateLimiter(clock: MonotonicClock, perMinute: number): WaitQueue {
  const { remaining, pause } = createPause(clock)
  return createWaitQueue(clock, remaining, () => pause(60_000 / perMinute))
}

function createPause({ elapsed }: MonotonicClock): { remaining(): number; pause(ms: number): void } {
  let endsAt = Number.NEGATIVE_INFINITY
  return {
    remaining: () => endsAt - elapsed(),
    pause(ms) {
      endsAt = Math.max(endsAt, elapsed() + ms)
    },
  }
}
