import type { ListState, ListStatus } from '@partner-upgrades/fleet'
import { headline } from '../../../terminal/headline.ts'
import type { Report } from '../../../terminal/report.ts'
import { settledOf } from '../list-counts.ts'

const words: Readonly<Record<ListState, readonly [word: string, effect: string]>> = {
  running: ['Running', 'workers continue with it'],
  paused: ['Paused', 'requests in flight are recorded; nothing more is sent until resume'],
  cancelled: ['Cancelled', 'nothing more is created; upgrades that may exist are followed to their end'],
}

/** Reports the new state of a list, and its effect. */
export function steeredReport(status: ListStatus): Report {
  const { name, partner, state } = status
  const [word, effect] = words[state]
  const text = `${name} of ${partner}: ${settledOf(status)}`
  return {
    json: { event: state, list: name, partner, rows: status.rows, open: status.open, ended: status.ended },
    plain: [`${word.toLowerCase()}: ${text}; ${effect}`],
    screen: (paint, width) => headline(paint, width, state === 'running' ? 'good' : 'open', word, text, effect),
  }
}
