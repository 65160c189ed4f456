import { startTimer } from './clock.ts'

/** A stretch of work with an end: a signal that follows the caller's, and aborts by itself when the time is up. */
export interface Scope {
  readonly signal: AbortSignal
  /** Lets go of timer and listener. */
  end(): void
}

/** Opens a scope of so many milliseconds on the wall's clock, for sockets know no other. */
export function openScope(ms: number, outer: AbortSignal | undefined): Scope {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  const timer = startTimer(abort, ms)
  outer?.addEventListener('abort', abort)
  if (outer?.aborted) abort()
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    },
  }
}
