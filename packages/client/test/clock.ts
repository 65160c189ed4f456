import type { Clock } from '../src/time/clock.ts'

/** A clock that skips to the next wake-up as soon as all tasks are asleep. */
export interface SkippingClock extends Clock {
  /** The length of each sleep, in milliseconds. */
  readonly naps: readonly number[]
}

/** Creates a skipping clock, which starts at the beginning of 2026 by default. */
export function createSkippingClock(start = Date.UTC(2026, 0, 1)): SkippingClock {
  let now = start
  let ticking = false
  const naps: number[] = []
  const sleepers: { readonly due: number; readonly wake: () => void }[] = []

  function tick(): void {
    sleepers.sort((a, b) => a.due - b.due)
    const next = sleepers.shift()
    ticking = next !== undefined
    if (!next) return
    now = Math.max(now, next.due)
    next.wake()
    // The woken task gets time to act before the next one wakes.
    setTimeout(tick, 0)
  }

  return {
    naps,
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        naps.push(ms)
        const sleeper = { due: now + ms, wake: resolve }
        sleepers.push(sleeper)
        signal?.addEventListener('abort', () => {
          const index = sleepers.indexOf(sleeper)
          if (index >= 0) sleepers.splice(index, 1)
          reject(signal.reason)
        })
        if (!ticking) setTimeout(tick, 0)
        ticking = true
      }),
  }
}
