import { type MonotonicClock, systemClock } from '@partner-upgrades/client'

/** A clock that shows the database's time, whatever the machine's own clock shows. */
export interface DatabaseClock extends MonotonicClock {
  /** Sets the database's current time, in milliseconds since 1970. */
  set(now: number): void
}

/** Creates a clock that shows the database time `now`. It measures durations with the machine's monotonic clock. */
export function createDatabaseClock(now: number): DatabaseClock {
  let offset = now - systemClock.elapsed()
  return {
    now: () => offset + systemClock.elapsed(),
    elapsed: () => systemClock.elapsed(),
    sleep: (ms, signal) => systemClock.sleep(ms, signal),
    set(time) {
      offset = time - systemClock.elapsed()
    },
  }
}
