import { basename } from 'node:path'
import { openRows, type RunProgress, type UpgradedCustomers } from '@partner-upgrades/bulk'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'
import { allSucceeded, endsOf, isBatchDone, number } from './counts.ts'
import { hindrances } from './progress-line.ts'
import type { Pulse } from './pulse.ts'

/** Reports progress, for logs and programs. */
export function progressReport(progress: RunProgress, { perMinute, left }: Pulse): Report {
  const { rows, open, ended, busy, parallel, workers, outage } = progress
  const seconds = left === undefined ? {} : { secondsLeft: Math.round(left / 1_000) }
  const settled = rows - openRows(open)
  const unsettled = open.sent > 0 ? [`${number(open.sent)} unsettled`] : []
  const counts = [`${number(settled)} of ${number(rows)}`, ...unsettled, `${number(open.created)} running`]
  const text = [...counts, ...endsOf(progress.ended), ...hindrances(progress)].join(', ')
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
    ...(settledBefore
      ? [`already settled, nothing was sent this time${dryRun ? '; use --again to check again' : ''}`]
      : []),
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

/** A note that an unfinished dry run resumes, like any other run, before it can start over. */
export function unfinishedNotes({ rows, open }: Pick<RunProgress, 'rows' | 'open'>): readonly string[] {
  const left = openRows(open)
  if (left === 0 || left === rows) return []
  return [
    `The previous dry run has not finished: only the ${number(left)} customers left are checked. Run the same command again to check all customers.`,
  ]
}

/** States what a run will do to the given number of customers, for the question before it. */
export function consequenceOf(file: string, count: number): string {
  const who = count === 1 ? '1 customer' : `${number(count)} customers`
  return `Up to ${who} of ${basename(file)} will move to an Azure plan: for each that is eligible, this buys the plan and finally suspends the old subscription.`
}
