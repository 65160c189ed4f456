import { headline } from '../../../terminal/headline.ts'
import type { Report } from '../../../terminal/report.ts'

/** Reports which lists were deleted. */
export function prunedReport(lists: readonly string[]): Report {
  const text = lists.length > 0 ? lists.join(', ') : 'no list has ended that long ago'
  return {
    json: { event: 'pruned', lists },
    plain: [`pruned: ${text}`],
    screen: (paint, width) => headline(paint, width, 'good', 'Pruned', text),
  }
}
