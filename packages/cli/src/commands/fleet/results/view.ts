import { openRows, type ResultFiles } from '@partner-upgrades/bulk'
import type { ListStatus } from '@partner-upgrades/fleet'
import { headline } from '../../../terminal/headline.ts'
import type { Report } from '../../../terminal/report.ts'
import { allSucceeded, countsOf, endsOf, number } from '../../bulk/counts.ts'
import { settledOf } from '../list-counts.ts'

/** Reports which files the results are in. */
export function resultsReport(status: ListStatus, files: ResultFiles): Report {
  const { name, partner, open, ended } = status
  const paths = Object.values(files)
  const left = openRows(open)
  const text = [`${name} of ${partner}`, ...endsOf(ended), ...(left > 0 ? [`${number(left)} still open`] : [])].join(
    ', ',
  )
  return {
    json: { event: 'results', list: name, partner, rows: status.rows, open, ended, files },
    plain: [`results: ${text}`, ...paths.map((path) => `file: ${path}`)],
    screen: (paint, width) => headline(paint, width, left > 0 ? 'open' : 'good', 'Written', text, ...paths),
  }
}

/** Reports the state of a list, and the file with its HTML report. */
export function standReport(status: ListStatus, workers: number, file: string): Report {
  const { name, partner, rows, open, ended, again, state } = status
  const isDone = openRows(open) === 0
  const word = isDone ? 'Done' : state === 'running' ? 'Running' : state === 'paused' ? 'Paused' : 'Cancelled'
  const text = [`${name} of ${partner}`, settledOf(status), ...countsOf(status)].join(', ')
  const details = [
    ...(isDone ? [] : [`${number(workers)} worker${workers === 1 ? '' : 's'} in the fleet`]),
    ...(again > 0 ? [`${number(again)} can be retried: partner-upgrades fleet retry`] : []),
  ]
  const kind = isDone ? (allSucceeded({ rows, ended }) ? 'good' : 'bad') : 'open'
  return {
    json: { event: 'report', list: name, partner, state, rows, open, ended, mayRunAgain: again, workers, report: file },
    plain: [`${word.toLowerCase()}: ${[text, ...details].join('; ')}`, `file: ${file}`],
    screen: (paint, width) => headline(paint, width, kind, word, text, ...details, file),
  }
}
