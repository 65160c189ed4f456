import type { Clock } from '../src/time/clock.ts'

/** A clock that skips to whoever wakes next, as soon as everybody sleeps. */
export interface SkippingClock extends Clock {
  /** How long was slept each time, in milliseconds. */
  readonly naps: readonly number[]
}

/** Makes one that starts with the year 2026. */
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
    // What is woken gets time to act before the next one is.
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
