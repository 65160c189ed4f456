import type { Retried } from '@partner-upgrades/fleet'
import { headline } from '../../../terminal/headline.ts'
import type { Report } from '../../../terminal/report.ts'
import { number } from '../../bulk/counts.ts'

/** Reports the number of reopened rows. */
export function retriedReport(list: string, { deadLetters, rows }: Retried): Report {
  const some = [
    ...(rows > 0 ? [`${number(rows)} that had not succeeded`] : []),
    ...(deadLetters > 0 ? [`${number(deadLetters)} that no worker could finish`] : []),
  ]
  const text = `${list}: ${some.length > 0 ? some.join(', ') : 'nothing to retry'}`
  return {
    json: { event: 'retried', list, rows, deadLetters },
    plain: [`retried: ${text}`],
    screen: (paint, width) => headline(paint, width, some.length > 0 ? 'good' : 'open', 'Retried', text),
  }
}
