import type { Clock } from '@partner-upgrades/client'

/** How many looks at upgrades all workers together may have, however many upgrades there are. */
export interface PollBudget {
  /** How many looks this worker may have now. */
  available(workers: number): number
  take(count: number): void
  /** Milliseconds until there is one more. */
  wait(workers: number): number
}

/** Spreads so many looks a minute evenly; what was not used for more than a second is gone. */
export function createPollBudget(clock: Clock, perMinute: number): PollBudget {
  let filledAt = clock.now()
  let amount = 1

  function fill(workers: number): void {
    const perMillisecond = perMinute / 60_000 / workers
    const now = clock.now()
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
