import { abortable } from '../time/abortable.ts'
import type { Clock } from '../time/clock.ts'

/** A first-come, first-served queue that callers can leave early. */
export interface WaitQueue {
  /** Enters at once if the queue is open and nobody is waiting; otherwise returns `false`. */
  tryEnter(): boolean
  /**
   * Resolves when it is the caller's turn.
   *
   * @throws the signal's reason, as soon as it is aborted.
   */
  enter(signal: AbortSignal | undefined): Promise<void>
  /** Checks again whether the queue is open. */
  update(): void
}

/**
 * Creates a queue.
 *
 * @param closedFor returns how long the queue stays closed, in milliseconds; `Infinity` means until {@link WaitQueue.update} is called
 * @param onEnter called each time a caller enters
 */
export function createWaitQueue(clock: Clock, closedFor: () => number, onEnter: () => void): WaitQueue {
  const waiting = new Set<() => void>()
  let alarm: AbortController | undefined

  function update(): void {
    alarm?.abort()
    alarm = undefined
    for (const admit of waiting) {
      const ms = closedFor()
      if (ms > 0) {
        if (ms < Number.POSITIVE_INFINITY) {
          alarm = new AbortController()
          // Whole milliseconds: a clock in milliseconds since 1970 may not resolve fractions.
          clock.sleep(Math.ceil(ms), alarm.signal).then(update, () => {})
        }
        return
      }
      waiting.delete(admit)
      onEnter()
      admit()
    }
  }

  return {
    update,
    tryEnter() {
      const open = !waiting.size && closedFor() <= 0
      if (open) onEnter()
      return open
    },
    enter: (signal) =>
      abortable<void>(signal, (resolve) => {
        waiting.add(resolve)
        if (!alarm) update()
        return () => {
          waiting.delete(resolve)
          if (!waiting.size) update()
        }
      }),
  }
}
