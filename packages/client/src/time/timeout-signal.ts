import { startTimer } from './clock.ts'

/** A signal that aborts after a timeout, or when the caller's own signal does. */
export interface TimeoutSignal {
  /** Aborted when the timeout has passed, or the caller's signal is aborted. */
  readonly signal: AbortSignal
  /** Removes the timer and the listener. */
  clear(): void
}

/** Starts a timeout of `ms` milliseconds, always on the system clock, because it limits real I/O. */
export function startTimeout(ms: number, outer: AbortSignal | undefined): TimeoutSignal {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  const timer = startTimer(abort, ms)
  outer?.addEventListener('abort', abort)
  if (outer?.aborted) abort()
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    },
  }
}
