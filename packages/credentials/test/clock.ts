import type { Clock } from '../src/shared/clock.ts'

/** A clock that jumps to the end of every sleep. */
export interface FastClock extends Clock {
  advance(ms: number): void
  readonly slept: readonly number[]
}

export function createFastClock(): FastClock {
  let now = Date.now()
  const slept: number[] = []
  return {
    now: () => now,
    slept,
    async sleep(ms) {
      slept.push(ms)
      now += ms
    },
    advance(ms) {
      now += ms
    },
  }
}
