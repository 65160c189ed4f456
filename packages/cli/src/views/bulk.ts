import { basename } from 'node:path'
import { type Outcome, openRows, outcomes, type RunProgress, type UpgradedCustomers } from '@partner-upgrades/bulk'
import { toDuration } from '../duration.ts'
import { printable } from '../printable.ts'
import { headline } from './headline.ts'
import type { Report } from './report.ts'

/** How fast it goes, and how long it will go on. */
export interface Pulse {
  /** When, in milliseconds since 1970. */
  readonly at: number
  /** Customers settled a minute. */
  readonly perMinute: number
  /** Milliseconds that are left at this rate; absent while nothing is settled. */
  readonly left?: number
}

/** Takes the pulse: of the last five minutes, so that it follows what is going on. */
export function createPulse(now: () => number): (progress: RunProgress) => Pulse {
  const samples: { readonly at: number; readonly settled: number }[] = []
  return ({ rows, open }) => {
    const sample = { at: now(), settled: rows - openRows(open) }
    samples.push(sample)
    while (samples.length > 2 && (samples[1]?.at ?? 0) < sample.at - 300_000) samples.shift()
    const { at, settled } = samples[0] ?? sample
    const perMinute = (60_000 * (sample.settled - settled)) / Math.max(1, sample.at - at)
    return { at: sample.at, perMinute, ...(perMinute > 0 && { left: (60_000 * openRows(open)) / perMinute }) }
  }
}

/** A bar and what goes with it, in one line of a terminal. */
export function progressLine(progress: RunProgress, { at, perMinute, left }: Pulse, width: number): string {
  const { rows, open, outage, quietUntil } = progress
  const settled = rows - openRows(open)
  const parts = [
    `${number(settled)} of ${number(rows)}`,
    `${perMinute.toFixed(perMinute < 10 ? 1 : 0)}/min`,
    left === undefined ? 'time left unknown' : `${toDuration(left)} left`,
    ...(outage ? ['nothing gets through'] : quietUntil > at ? ['throttled'] : []),
    `${number(open.created)} running`,
    ...ends(progress),
  ]
  const size = Math.max(5, Math.min(30, width - 60))
  const done = Math.floor((size * settled) / rows)
  const text = `${'█'.repeat(done)}${'░'.repeat(size - done)} ${parts.join(' · ')}`
  // The spinner before it takes two, the seconds behind it a few more.
  const room = width - 14
  return text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text
}

/** How far it is, for logs and programs. */
export function progressReport(progress: RunProgress, { perMinute, left }: Pulse): Report {
  const { rows, open, ended, busy, parallel, workers, outage } = progress
  const seconds = left === undefined ? {} : { secondsLeft: Math.round(left / 1_000) }
  const settled = rows - openRows(open)
  const text = [`${number(settled)} of ${number(rows)}`, `${number(open.created)} running`, ...ends(progress)].join(
    ', ',
  )
  return {
    json: {
      event: 'progress',
      rows,
      settled,
      open,
      ended,
      busy,
      parallel,
      workers,
      outage,
      perMinute: Math.round(perMinute * 10) / 10,
      ...seconds,
    },
    plain: [`progress: ${text}`],
    screen: () => [],
  }
}

/** What came of it, and where that is written; and whether all of that was so before. */
export function endReport({ progress, files, journal }: UpgradedCustomers, settledBefore: boolean): Report {
  const { rows, open, ended, again } = progress
  const text = ends(progress).join(', ')
  const paths = Object.values(files ?? { journal })
  const unsettled = openRows(open)
  const [kind, word] =
    unsettled > 0
      ? (['open', 'Stopped'] as const)
      : good(ended) === rows
        ? (['good', 'Done'] as const)
        : (['bad', 'Done'] as const)
  const advice = [
    ...(unsettled > 0 ? [`${number(unsettled)} open: type the same command again to go on`] : []),
    ...(settledBefore ? ['settled before, nothing was sent this time'] : []),
    ...(unsettled === 0 && again > 0 ? [`${number(again)} can be run again with --only-failed`] : []),
  ]
  return {
    json: {
      event: unsettled > 0 ? 'stopped' : 'done',
      rows,
      open,
      ended,
      mayRunAgain: again,
      settledBefore,
      journal,
      ...(files && { files }),
    },
    plain: [
      `${word.toLowerCase()}: ${[text, ...advice].filter(Boolean).join('; ')}`,
      ...paths.map((path) => `file: ${printable(path)}`),
    ],
    screen: (paint, width) =>
      headline(paint, width, kind, word, text, ...advice, ...paths.map((path) => printable(path))),
  }
}

/** What will happen, before it does. */
export function consequenceOf(file: string, open: number): string {
  const who = open === 1 ? '1 customer' : `${number(open)} customers`
  return `Up to ${who} of ${printable(basename(file))} will move to an Azure plan: for each that is eligible, the plan is bought, and the old subscription suspended at the end.`
}

function good(ended: RunProgress['ended']): number {
  return ended.completed + ended.eligible
}

function ends({ ended }: RunProgress): readonly string[] {
  return outcomes
    .filter((outcome) => ended[outcome] > 0)
    .map((outcome: Outcome) => `${number(ended[outcome])} ${outcome}`)
}

function number(value: number): string {
  return value.toLocaleString('en')
}
