import type { AddedList } from '@partner-upgrades/fleet'
import { headline } from '../../../terminal/headline.ts'
import type { Report } from '../../../terminal/report.ts'
import { number } from '../../bulk/counts.ts'

/** Reports a list that was added, by the name that further commands know it by. */
export function addedReport({ id, name, rows, notes }: AddedList, partner: string, dryRun: boolean): Report {
  const text = `${name} of ${partner}: ${number(rows)} customer${rows === 1 ? '' : 's'}${dryRun ? ', dry run' : ''}`
  return {
    json: { event: 'added', list: name, id, partner, rows, dryRun, notes },
    plain: [`added: ${text}`],
    screen: (paint, width) => headline(paint, width, 'good', 'Added', text, 'next: partner-upgrades fleet work'),
  }
}
