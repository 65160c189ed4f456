import type { MonotonicClock } from '@partner-upgrades/client'

/** A budget of polls shared by all workers. */
export interface PollBudget {
  /** How many polls this worker may make now. */
  available(workers: number): number
  /** Spends that many polls. */
  take(count: number): void
  /** Milliseconds until the next poll is available. */
  wait(workers: number): number
}

/** A token bucket: spreads the polls of a minute evenly, and keeps at most a second's worth. */
export function createPollBudget(clock: MonotonicClock, perMinute: number): PollBudget {
  let filledAt = clock.elapsed()
  let amount = 1

  function fill(workers: number): void {
    const perMillisecond = perMinute / 60_000 / workers
    const now = clock.elapsed()
    amount = Math.min(Math.max(1, perMillisecond * 1_000), amount + (now - filledAt) * perMillisecond)
    filledAt = now
  }

  return {
    available(workers) {
      fill(workers)
      return Math.floor(amount)
    },
    take(count) {
      amount -= count
    },
    wait(workers) {
      fill(workers)
      return amount >= 1 ? 0 : ((1 - amount) * 60_000 * workers) / perMinute
    },
  }
}
