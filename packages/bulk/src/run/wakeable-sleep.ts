import type { Clock } from '@partner-upgrades/client'

/** A sleep that ends after its time, or as soon as something happens. */
export interface WakeableSleep {
  /**
   * Sleeps for so many milliseconds, rounded up to whole ones: a simulated clock that counts from 1970 cannot move by less. Does not sleep
   * if something has happened since the last time.
   */
  sleep(ms: number): Promise<void>
  /** Ends the sleep, or the next one: something has happened. */
  wake(): void
}

/**
 * Makes one for a single sleeper.
 *
 * @param signal ends each sleep once it is aborted
 */
export function createWakeableSleep(clock: Clock, signal?: AbortSignal): WakeableSleep {
  let woken = false
  let alarm: AbortController | undefined
  return {
    async sleep(ms) {
      if (!woken && ms > 0) {
        alarm = new AbortController()
        const signals = signal ? [alarm.signal, signal] : [alarm.signal]
        // Woken early is woken all the same.
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
