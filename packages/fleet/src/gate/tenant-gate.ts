import type { MonotonicClock, RequestGate } from '@partner-upgrades/client'
import type { Turns } from './turns.ts'

/** Takes up to so many turns from those that all workers share. */
export type TakeTurns = (count: number) => Promise<Turns>

/** Milliseconds before turns are asked for again that could not be had because the database did not answer. */
const pauseAfterError = 1_000

/** A turn that could not be used for so long, in milliseconds, is given up: requests that come in a bunch are refused. */
const latest = 100

/**
 * The gate of a partner tenant in one process. Requests wait here for turns that all workers share, and no turn is taken for a request that
 * is not waiting. A 429 closes it here at once; whoever hears of it has to tell the other workers.
 */
export function createTenantGate(clock: MonotonicClock, take: TakeTurns): RequestGate {
  const waiting = new Set<() => void>()
  let asking = false
  let closedUntil = Number.NEGATIVE_INFINITY

  async function serve(): Promise<void> {
    if (asking) return
    asking = true
    try {
      while (waiting.size > 0) {
        const closed = closedUntil - clock.elapsed()
        if (closed > 0) {
          await clock.sleep(closed)
          continue
        }
        const turns = await take(waiting.size).catch((): Turns => ({ taken: 0, wait: pauseAfterError, pace: 0 }))
        const first = clock.elapsed() + turns.wait
        if (turns.taken === 0) await clock.sleep(Math.max(1, turns.wait))
        for (let turn = 0; turn < turns.taken; turn++) {
          const due = first + turn * turns.pace - clock.elapsed()
          if (due > 0) await clock.sleep(due)
          // Turns given out before a pause began are not used in it.
          if (closedUntil > clock.elapsed()) break
          // A busy machine may have slept through its turn, and would take the next one's place.
          if (clock.elapsed() - (first + turn * turns.pace) > latest) continue
          const [admit] = waiting
          if (!admit) break
          waiting.delete(admit)
          admit()
        }
      }
    } finally {
      asking = false
    }
  }

  return {
    pass: () => false,
    wait: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason)
          return
        }
        const admit = (): void => {
          signal?.removeEventListener('abort', leave)
          resolve()
        }
        const leave = (): void => {
          waiting.delete(admit)
          reject(signal?.reason)
        }
        signal?.addEventListener('abort', leave)
        waiting.add(admit)
        void serve()
      }),
    leave() {},
    close(ms) {
      closedUntil = Math.max(closedUntil, clock.elapsed() + ms)
    },
  }
}
