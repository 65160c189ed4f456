import type { Clock } from './clock.ts'
import { createLine, type Line } from './line.ts'

/** What all requests of a client pass: some at a time, and none while the service wants to be left alone. */
export interface Gate extends Line {
  /** Lets the next one in. */
  leave(): void
  /** Lets nobody pass for so many milliseconds. */
  close(ms: number): void
}

/** Makes a gate for so many requests at a time. */
export function createGate(clock: Clock, maxInFlight: number): Gate {
  let free = maxInFlight
  let opensAt = 0
  const line = createLine(
    clock,
    () => (free > 0 ? opensAt - clock.now() : Number.POSITIVE_INFINITY),
    () => {
      free--
    },
  )
  return {
    ...line,
    leave() {
      free++
      line.move()
    },
    close(ms) {
      opensAt = Math.max(opensAt, clock.now() + ms)
    },
  }
}

/** Lets so many pass a minute, evenly spread, however many wait. */
export function createBudget(clock: Clock, perMinute: number): Line {
  let next = 0
  return createLine(
    clock,
    () => next - clock.now(),
    () => {
      next = clock.now() + 60_000 / perMinute
    },
  )
}
