import { basename } from 'node:path'
import { openRows, type RunProgress, type UpgradedCustomers } from '@partner-upgrades/bulk'
import { toDuration } from '../../terminal/duration.ts'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'
import { allSucceeded, endsOf, isBatchDone, number } from './counts.ts'

/** The speed of a run, and the time left. */
export interface Pulse {
  /** When, in milliseconds since 1970. */
  readonly at: number
  /** Customers settled a minute. */
  readonly perMinute: number
  /** Milliseconds that are left at this rate; absent while nothing is settled. */
  readonly left?: number
}

/** Measures the speed over the last five minutes. */
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
    progress.waitsUntil !== undefined
      ? 'creates wait'
      : left === undefined
        ? 'time left unknown'
        : `${toDuration(left)} left`,
    ...(outage ? ['no connection'] : quietUntil > at ? ['throttled'] : []),
    ...(open.sent > 0 ? [`${number(open.sent)} unsettled`] : []),
    `${number(open.created)} running`,
    ...endsOf(progress.ended),
  ]
  const size = Math.max(5, Math.min(30, width - 60))
  const done = Math.floor((size * settled) / rows)
  const text = `${'█'.repeat(done)}${'░'.repeat(size - done)} ${parts.join(' · ')}`
  // The spinner before it takes two, the seconds behind it a few more.
  const room = width - 14
  return text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text
}

/** Reports progress, for logs and programs. */
export function progressReport(progress: RunProgress, { perMinute, left }: Pulse): Report {
  const { rows, open, ended, busy, parallel, workers, outage } = progress
  const seconds = left === undefined ? {} : { secondsLeft: Math.round(left / 1_000) }
  const settled = rows - openRows(open)
  const unsettled = open.sent > 0 ? [`${number(open.sent)} unsettled`] : []
  const counts = [`${number(settled)} of ${number(rows)}`, ...unsettled, `${number(open.created)} running`]
  const text = [...counts, ...endsOf(progress.ended)].join(', ')
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

/** Reports the results and their files, and whether they were already settled. */
export function endReport(
  { progress, files, journal }: UpgradedCustomers,
  settledBefore: boolean,
  dryRun: boolean,
): Report {
  const { rows, open, ended, again, started } = progress
  const text = endsOf(progress.ended).join(', ')
  const paths = Object.values(files ?? { journal })
  const unsettled = openRows(open)
  const isBatch = isBatchDone(progress)
  const [kind, word] =
    unsettled > 0
      ? (['open', isBatch ? 'Batch done' : 'Stopped'] as const)
      : allSucceeded(progress)
        ? (['good', 'Done'] as const)
        : (['bad', 'Done'] as const)
  const advice = [
    ...(isBatch
      ? [`limit of ${number(started)} reached, ${number(unsettled)} left: rerun the same command for the next batch`]
      : unsettled > 0
        ? [`${number(unsettled)} open: rerun the same command to continue`]
        : []),
    ...(settledBefore ? [`already settled, nothing was sent this time${dryRun ? '; --again asks anew' : ''}`] : []),
    ...(unsettled === 0 && again > 0 ? [`${number(again)} can be retried with --only-failed`] : []),
  ]
  return {
    json: {
      event: unsettled > 0 ? 'stopped' : 'done',
      rows,
      open,
      ended,
      mayRunAgain: again,
      ...(unsettled > 0 && { left: unsettled, limitReached: isBatch }),
      settledBefore,
      journal,
      ...(files && { files }),
    },
    plain: [
      `${word.toLowerCase()}: ${[text, ...advice].filter(Boolean).join('; ')}`,
      ...paths.map((path) => `file: ${path}`),
    ],
    screen: (paint, width) => headline(paint, width, kind, word, text, ...advice, ...paths),
  }
}

/** Says so where a dry run has to be finished before it can begin anew: it resumes, like any other. */
export function unfinishedNotes({ rows, open }: Pick<RunProgress, 'rows' | 'open'>): readonly string[] {
  const left = openRows(open)
  if (left === 0 || left === rows) return []
  return [
    `The dry run before is not finished: only the ${number(left)} customers left are asked. Run the same command again to ask all anew.`,
  ]
}

/** Describes what a run will do to so many customers, before it does. */
export function consequenceOf(file: string, count: number): string {
  const who = count === 1 ? '1 customer' : `${number(count)} customers`
  return `Up to ${who} of ${basename(file)} will move to an Azure plan: for each that is eligible, this buys the plan and finally suspends the old subscription.`
}
