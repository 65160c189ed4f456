import { abortable } from './abortable.ts'

/** The clock of a client. Pass your own to make hours pass in milliseconds in tests. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /**
   * Resolves after `ms` milliseconds.
   *
   * @throws the signal's reason, as soon as it is aborted.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /**
   * Milliseconds since an arbitrary fixed moment, on a clock that is never set back or forward.
   *
   * @default derived from `now`, ignoring steps backward
   */
  elapsed?(): number
}

/** A clock whose `elapsed` is monotonic, even if the system time changes. */
export type MonotonicClock = Required<Clock>

/** Adds `elapsed` to a clock that has none, by summing the forward steps of `now`. */
export function toMonotonic(clock: Clock): MonotonicClock {
  let last = clock.now()
  let passed = 0
  return {
    now: () => clock.now(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
    elapsed() {
      if (clock.elapsed) return clock.elapsed()
      const now = clock.now()
      // A clock that was set back adds no time.
      passed += Math.max(0, now - last)
      last = now
      return passed
    },
  }
}

/** The system clock. */
export const systemClock: MonotonicClock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: (ms, signal) =>
    abortable(signal, (resolve) => {
      const timer = startTimer(resolve, ms)
      return () => clearTimeout(timer)
    }),
}

/** Starts a timer as `setTimeout` does, but limits the delay to about 25 days, and treats a negative one as 0. */
export function startTimer(callback: () => void, ms: number): ReturnType<typeof setTimeout> {
  return setTimeout(callback, Math.max(0, Math.min(ms, 2 ** 31 - 1)))
}
