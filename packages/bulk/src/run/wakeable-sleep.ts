import type { Clock } from '@partner-upgrades/client'

/** A sleep that ends after its time, or as soon as something happens. */
export interface WakeableSleep {
  /**
   * Sleeps for so many whole milliseconds, rounded up, as a clock that counts from 1970 does not move by a small part of one; not at all if
   * something has happened since the last sleep.
   */
  sleep(ms: number): Promise<void>
  /** Something has happened. */
  wake(): void
}

/** Makes one for a single sleeper. */
export function createWakeableSleep(clock: Clock): WakeableSleep {
  let woken = false
  let alarm: AbortController | undefined
  return {
    async sleep(ms) {
      if (!woken && ms > 0) {
        alarm = new AbortController()
        // Woken early is woken all the same.
        await clock.sleep(Math.ceil(ms), alarm.signal).catch(() => {})
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
