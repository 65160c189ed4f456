import type { Clock } from '@partner-upgrades/client'

/** A sleep that ends when something happens. */
export interface Alarm {
  /** Sleeps for so many milliseconds, until it rings, or until the worker stops. */
  sleep(ms: number): Promise<void>
  /** Ends the sleep, or the next one. */
  ring(): void
}

/** An alarm for one sleeper. */
export function createAlarm(clock: Clock, signal: AbortSignal): Alarm {
  let rung = false
  let current: AbortController | undefined
  return {
    async sleep(ms) {
      if (!rung && ms > 0) {
        current = new AbortController()
        await clock.sleep(ms, AbortSignal.any([current.signal, signal])).catch(() => {})
      }
      rung = false
      current = undefined
    },
    ring() {
      rung = true
      current?.abort()
    },
  }
}
