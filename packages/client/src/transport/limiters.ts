import type { RequestGate } from '../options/request-gate.ts'
import type { MonotonicClock } from '../time/clock.ts'
import { createWaitQueue, type WaitQueue } from './wait-queue.ts'

/** Creates a gate for at most `maxInFlight` requests at once. */
export function createRequestGate(clock: MonotonicClock, maxInFlight: number): RequestGate {
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
    pass: queue.tryEnter,
    wait: queue.enter,
    close: pause,
    leave() {
      free++
      queue.update()
    },
  }
}

/** Creates a limiter that admits `perMinute` callers per minute, evenly spaced, however many are waiting. */
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
