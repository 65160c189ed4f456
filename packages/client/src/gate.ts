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
  const { left, close } = createBolt(clock)
  const line = createLine(
    clock,
    () => (free > 0 ? left() : Number.POSITIVE_INFINITY),
    () => {
      free--
    },
  )
  return {
    ...line,
    close,
    leave() {
      free++
      line.move()
    },
  }
}

/** Lets so many pass a minute, evenly spread, however many wait. */
export function createBudget(clock: Clock, perMinute: number): Line {
  const { left, close } = createBolt(clock)
  return createLine(clock, left, () => close(60_000 / perMinute))
}

/** What closes for so many milliseconds, and for no longer where the clock is set back meanwhile. */
function createBolt(clock: Clock): { left(): number; close(ms: number): void } {
  let opensAt = 0
  let longest = 0
  function left(): number {
    const now = clock.now()
    opensAt = Math.min(opensAt, now + longest)
    return opensAt - now
  }
  return {
    left,
    close(ms) {
      longest = Math.max(ms, left())
      opensAt = clock.now() + longest
    },
  }
}
