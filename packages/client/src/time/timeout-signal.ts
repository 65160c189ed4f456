import { startTimer } from './clock.ts'

/** A signal that aborts when its time is up, or with the caller's own. */
export interface TimeoutSignal {
  /** Aborted when the time is up, or the caller's signal is aborted. */
  readonly signal: AbortSignal
  /** Removes the timer and the listener. */
  clear(): void
}

/** Starts a timeout of `ms` milliseconds, on the system's clock: sockets know no other. */
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
