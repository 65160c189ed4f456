import type { Clock } from '@partner-upgrades/client'

/** A rest that ends at its time, or when something happens. */
export interface Rest {
  /** Rests until then, in milliseconds since 1970; not at all if something has happened since the last rest. */
  until(time: number): Promise<void>
  /** Something has happened. */
  end(): void
}

/** Makes one for a single sleeper. */
export function createRest(clock: Clock): Rest {
  let disturbed = false
  let alarm: AbortController | undefined
  return {
    async until(time) {
      const ms = time - clock.now()
      if (!disturbed && ms > 0) {
        alarm = new AbortController()
        // Woken early is woken all the same.
        await clock.sleep(ms, alarm.signal).catch(() => {})
      }
      disturbed = false
      alarm = undefined
    },
    end() {
      disturbed = true
      alarm?.abort()
    },
  }
}
