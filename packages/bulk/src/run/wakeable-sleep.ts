import type { Clock } from '@partner-upgrades/client'

/** A sleep that can be ended early. */
export interface WakeableSleep {
  /**
   * Sleeps for the given milliseconds, rounded up to whole ones: a simulated clock that counts from 1970 cannot move by less. Returns at
   * once if `wake` was called since the last sleep.
   */
  sleep(ms: number): Promise<void>
  /** Ends the current sleep, or else the next one. */
  wake(): void
}

/**
 * Creates a sleep for a single caller.
 *
 * @param signal ends every sleep once it is aborted
 */
export function createWakeableSleep(clock: Clock, signal?: AbortSignal): WakeableSleep {
  let woken = false
  let alarm: AbortController | undefined
  return {
    async sleep(ms) {
      if (!woken && ms > 0) {
        alarm = new AbortController()
        const signals = signal ? [alarm.signal, signal] : [alarm.signal]
        // A sleep that is ended early is not an error.
        await clock.sleep(Math.ceil(ms), AbortSignal.any(signals)).catch(() => {})
      }
      woken = false
      alarm = undefined
    },
    wake() {
      woken = true
      alarm?.abort()
    },
  }
}
