import { type MonotonicClock, systemClock } from '@partner-upgrades/client'

/** A clock that shows the time of the database, whatever the machine's own clock says. */
export interface DatabaseClock extends MonotonicClock {
  /** Notes the database's time, in milliseconds since 1970, as of now. */
  set(now: number): void
}

/** Starts a clock at a time of the database. Spans are measured by the machine, on a clock that nobody sets. */
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
