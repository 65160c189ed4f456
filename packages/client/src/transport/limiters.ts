import type { MonotonicClock } from '../time/clock.ts'
import { createWaitQueue, type WaitQueue } from './wait-queue.ts'

/**
 * Lets the requests of clients through, and holds all of them back while the service asks for a pause. A turn is waited for before anything
 * is recorded and before the time of an attempt begins.
 */
export interface RequestGate {
  /** Lets a request through if it may be sent at once; otherwise returns `false`. */
  pass(): boolean
  /**
   * Resolves when a request that could not pass at once may be sent.
   *
   * @throws the signal's reason, as soon as it is aborted.
   */
  wait(signal: AbortSignal | undefined): Promise<void>
  /** Called when a request that was let through is over. */
  leave(): void
  /** Called after a 429: lets nothing through for this many milliseconds. */
  close(ms: number): void
}

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
