import { abortable } from './abortable.ts'
import type { Clock } from './clock.ts'

/** A queue before a door: first come, first served, and whoever gives up leaves it. */
export interface Line {
  /** Passes at once, if nobody waits and the door is open. */
  pass(): boolean
  /**
   * Resolves when the caller has passed.
   *
   * @throws the signal's reason, as soon as it is aborted.
   */
  wait(signal: AbortSignal | undefined): Promise<void>
  /** Looks at the door again, for it may have opened. */
  move(): void
}

/**
 * Forms a line.
 *
 * @param closed how long the door stays closed, in milliseconds; `Infinity` until {@link Line.move} is called
 * @param enter what changes when somebody passes
 */
export function createLine(clock: Clock, closed: () => number, enter: () => void): Line {
  const waiting = new Set<() => void>()
  let alarm: AbortController | undefined

  function move(): void {
    alarm?.abort()
    alarm = undefined
    for (const go of waiting) {
      const ms = closed()
      if (ms > 0) {
        if (ms < Number.POSITIVE_INFINITY) {
          alarm = new AbortController()
          clock.sleep(ms, alarm.signal).then(move, () => {})
        }
        return
      }
      waiting.delete(go)
      enter()
      go()
    }
  }

  return {
    move,
    pass() {
      const free = !waiting.size && closed() <= 0
      if (free) enter()
      return free
    },
    wait: (signal) =>
      abortable<void>(signal, (resolve) => {
        waiting.add(resolve)
        if (!alarm) move()
        return () => {
          waiting.delete(resolve)
          if (!waiting.size) move()
        }
      }),
  }
}
