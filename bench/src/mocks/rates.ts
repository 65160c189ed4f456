import { digits, toTable, whole } from '../markdown.ts'
import { type Timings, timingsOf } from '../rounds.ts'
import { median, medianRatio, spread } from '../statistics.ts'

/** A table of answers a second, and how many times those of one of them. */
export function toRateTable(timings: Timings, base: string, baseLabel: string): string {
  return toTable(
    ['', 'answers a second', 'lowest–highest', `× ${baseLabel}`],
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

/** How many times the answers of another one. */
export function rateRatio(timings: Timings, name: string, base: string): number {
  return medianRatio(timingsOf(timings, base), timingsOf(timings, name))
}
