import { abortable } from './abortable.ts'

/** Where the client takes its time from. Pass one of your own to let hours pass in milliseconds in tests. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /**
   * Resolves after `ms` milliseconds.
   *
   * @throws the signal's reason, as soon as it is aborted.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The clock on the wall. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    abortable(signal, (resolve) => {
      const timer = startTimer(resolve, ms)
      return () => clearTimeout(timer)
    }),
}

/** `setTimeout` that does not fire at once when it is told to wait for more than 25 days, and takes a time that is over for now. */
export function startTimer(callback: () => void, ms: number): ReturnType<typeof setTimeout> {
  return setTimeout(callback, Math.max(0, Math.min(ms, 2 ** 31 - 1)))
}
