import { openRows, type RunProgress } from '@partner-upgrades/bulk'

/** The speed of a run, and the time left. */
export interface Pulse {
  /** Customers settled per minute. */
  readonly perMinute: number
  /** Milliseconds left at this rate; absent while nothing is settled, and while creates wait. */
  readonly left?: number
}

/** The period over which the speed is measured, in milliseconds. */
const span = 300_000

/**
 * Measures the speed over the last five minutes.
 *
 * A resumed run first settles customers whose upgrades an earlier run created, possibly all at once, as they may have ended long ago. That
 * says nothing about the time the others take, so as many settled customers as there were such upgrades at the start do not count.
 */
export function createPulse(now: () => number): (progress: RunProgress) => Pulse {
  const samples: { readonly at: number; readonly settled: number }[] = []
  let ahead: number | undefined
  let first = 0
  return ({ rows, open, waitsUntil }) => {
    const settled = rows - openRows(open)
    if (ahead === undefined) {
      ahead = open.sent + open.created
      first = settled
    }
    const sample = { at: now(), settled: Math.max(0, settled - first - ahead) }
    samples.push(sample)
    while (samples.length > 2 && (samples[1]?.at ?? 0) < sample.at - span) samples.shift()
    const begin = samples[0] ?? sample
    const perMinute = (60_000 * (sample.settled - begin.settled)) / Math.max(1, sample.at - begin.at)
    const isKnown = perMinute > 0 && waitsUntil === undefined
    return { perMinute, ...(isKnown && { left: (60_000 * openRows(open)) / perMinute }) }
  }
}
