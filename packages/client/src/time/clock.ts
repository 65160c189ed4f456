import { abortable } from './abortable.ts'

/** The clock of a client. Pass your own to let hours pass in milliseconds in tests. */
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
   * Milliseconds since any fixed moment, on a clock that nobody sets back or forward.
   *
   * @default what `now` says, as long as it goes forward
   */
  elapsed?(): number
}

/** A clock whose `elapsed` is monotonic, even if the system's time is changed. */
export type MonotonicClock = Required<Clock>

/** The same clock, which adds up what `now` says where it has nothing better. */
export function toMonotonic(clock: Clock): MonotonicClock {
  let last = clock.now()
  let passed = 0
  return {
    now: () => clock.now(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
    elapsed() {
      if (clock.elapsed) return clock.elapsed()
      const now = clock.now()
      // Time that the clock is set back by did not pass.
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

/** `setTimeout` that accepts more than 25 days, and takes a negative time for 0. */
export function startTimer(callback: () => void, ms: number): ReturnType<typeof setTimeout> {
  return setTimeout(callback, Math.max(0, Math.min(ms, 2 ** 31 - 1)))
}
