import { type InterimReport, openRows } from '@partner-upgrades/bulk'
import { toDuration } from '../../terminal/duration.ts'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'
import { allSucceeded, countsOf, number } from '../bulk/counts.ts'

/** Reports the progress of a list at a given time. */
export function standReport(
  { progress, working, lastWriteAt, handedOver, journal, report }: InterimReport,
  now: number,
): Report {
  const { rows, open, ended, again } = progress
  const settled = rows - openRows(open)
  const [kind, word] =
    settled === rows
      ? ([allSucceeded(progress) ? 'good' : 'bad', 'Done'] as const)
      : (['open', working > 0 ? 'Running' : 'Stopped'] as const)
  const counts = [`${number(settled)} of ${number(rows)} settled`, ...countsOf(progress)].join(', ')
  const ago = `last entry ${toDuration(Math.max(0, now - lastWriteAt))} ago`
  const who =
    working > 0
      ? `${number(working)} ${working === 1 ? 'process is' : 'processes are'} working on it`
      : 'no process is working on it'
  const details = [
    `${who}, ${ago}`,
    ...(handedOver ? [`handed over to a fleet: partner-upgrades fleet report ${handedOver.list}`] : []),
    ...(settled < rows && working === 0 && !handedOver ? ['to continue, rerun the bulk command'] : []),
    ...(settled === rows && !handedOver && again > 0 ? [`${number(again)} can be retried with --only-failed`] : []),
  ]
  return {
    json: {
      event: 'report',
      rows,
      settled,
      open,
      ended,
      mayRunAgain: again,
      working,
      ...(handedOver && { handedOver }),
      lastWrittenAt: new Date(lastWriteAt).toISOString(),
      journal,
      report,
    },
    plain: [`${word.toLowerCase()}: ${[counts, ...details].join('; ')}`, `file: ${report}`],
    screen: (paint, width) => headline(paint, width, kind, word, counts, ...details, report),
  }
}
