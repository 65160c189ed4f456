import type { MonotonicClock, RequestGate } from '@partner-upgrades/client'
import type { Turns } from './turns.ts'

/** Takes up to `count` of the turns that all workers share. */
export type TakeTurns = (count: number) => Promise<Turns>

/** Milliseconds before asking for turns again after the database did not answer. */
const pauseAfterError = 1_000

/** How late a turn may be used, in milliseconds: late requests would bunch up and be throttled. */
const latest = 100

/**
 * The gate of a partner tenant in one process. Requests wait here for turns that all workers share, and turns are taken only for requests
 * that are waiting. A 429 closes this gate at once; the caller has to tell the other workers.
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
          // A pause also cancels turns that were given out before it began.
          if (closedUntil > clock.elapsed()) break
          // A busy machine may wake up too late for its turn and would crowd the next one.
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
