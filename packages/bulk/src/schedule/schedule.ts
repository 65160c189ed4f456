import { type DailyWindow, nextOpening } from './daily-window.ts'

/** The times at which new creates may start. */
export interface Schedule {
  /** Not before this time, in milliseconds since 1970. @default at once */
  readonly startAt?: number
  /** Only within this span of each day. @default at any time */
  readonly between?: DailyWindow
}

/** Returns the first time from `now` on at which a schedule lets creates start; in milliseconds since 1970. */
export function nextStart({ startAt = 0, between }: Schedule, now: number): number {
  const earliest = Math.max(startAt, now)
  return between ? nextOpening(between, earliest) : earliest
}
