import { digits, toTable, whole } from '../markdown.ts'
import { type Timings, timingsOf } from '../rounds.ts'
import { median, medianRatio, spread } from '../statistics.ts'

/** Formats a table of responses per second, and their ratio to a baseline. */
export function toRateTable(timings: Timings, base: string, baseLabel: string): string {
  return toTable(
    ['', 'responses per second', 'lowest–highest', `× ${baseLabel}`],
    [...timings].map(([name, own]) => [
      name,
      whole(1_000_000 / median(own)),
      spread(
        own.map((micros) => 1_000_000 / micros),
        whole,
      ),
      digits(rateRatio(timings, name, base)),
    ]),
  )
}

/** Returns the rate of one contender divided by that of another. */
export function rateRatio(timings: Timings, name: string, base: string): number {
  return medianRatio(timingsOf(timings, base), timingsOf(timings, name))
}
