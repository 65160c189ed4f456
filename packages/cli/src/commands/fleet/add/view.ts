import type { Progress } from '@partner-upgrades/bulk'
import type { ProcessIdentity } from '@partner-upgrades/client/node'
import type { AddedList } from '@partner-upgrades/fleet'
import { toDuration } from '../../../terminal/duration.ts'
import { headline } from '../../../terminal/headline.ts'
import type { Report } from '../../../terminal/report.ts'
import { countsOf, number } from '../../bulk/counts.ts'
import { settledOf } from '../list-counts.ts'

/** Reports the list that was added, with the name that other commands use, and its progress if bulk has begun it. */
export function addedReport(
  { id, name, rows, notes, handedOver }: AddedList,
  partner: string,
  dryRun: boolean,
): Report {
  const size = `${name} of ${partner}: ${number(rows)} customer${rows === 1 ? '' : 's'}${dryRun ? ', dry run' : ''}`
  const text = handedOver ? [size, ...standOf(rows, handedOver)].join(', ') : size
  const [event, word] = handedOver ? (['handedOver', 'Handed over'] as const) : (['added', 'Added'] as const)
  return {
    json: { event, list: name, id, partner, rows, dryRun, notes, ...handedOver },
    plain: [`${word.toLowerCase()}: ${text}`],
    screen: (paint, width) => headline(paint, width, 'good', word, text, 'next: partner-upgrades fleet work'),
  }
}

function standOf(rows: number, { open, ended }: Pick<Progress, 'open' | 'ended'>): readonly string[] {
  return [settledOf({ rows, open }), ...countsOf({ open, ended })]
}

/** Reports that a process on another machine may be working on the list. */
export function signOfLifeReport({ pid, host }: ProcessIdentity, ms: number): Report {
  const text = `process ${pid} on ${host} has the journal open: waiting ${toDuration(ms)} for a sign of life`
  return {
    json: { event: 'waiting', pid, host, ms },
    plain: [`waiting: ${text}`],
    screen: (paint, width) => headline(paint, width, 'open', 'Waiting', text),
  }
}
