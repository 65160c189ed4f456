import { impersonal } from '@partner-upgrades/bulk'
import type { WorkEvent, WorkSummary } from '@partner-upgrades/fleet'
import { headline } from '../../../terminal/headline.ts'
import type { Report } from '../../../terminal/report.ts'
import { number } from '../../bulk/counts.ts'

/** Reports that a worker has started, and for which partners. */
export function beganReport(partners: readonly string[], port: number | undefined): Report {
  const text = partners.length > 0 ? `for ${partners.join(', ')}` : 'for partners as they are added'
  const where = port === undefined ? [] : [`/healthz, /readyz and /metrics at port ${port}`]
  return {
    json: { event: 'working', partners, ...(port !== undefined && { port }) },
    plain: [`working: ${[text, ...where].join('; ')}`],
    screen: (paint, width) => headline(paint, width, 'open', 'Working', text, ...where, 'stop it with Ctrl-C'),
  }
}

/** Reports how much a worker has done, for logs and programs. */
export function progressReport(steps: number): Report {
  return { json: { event: 'progress', steps }, plain: [`progress: ${number(steps)} steps`], screen: () => [] }
}

/** Reports that requests for a partner are on hold, and why. */
export function heldReport({ partner, reason, until }: Extract<WorkEvent, { readonly is: 'held' }>): Report {
  const message = impersonal(reason)
  const next = until === undefined ? [] : [`until ${until}`]
  return {
    json: { event: 'held', partner, message, ...(until !== undefined && { until }) },
    plain: [`held: ${[partner, message, ...next].join('; ')}`],
    screen: (paint, width) => headline(paint, width, 'bad', 'Held', partner, message, ...next),
  }
}

/** Reports that the database cannot be reached, and what that means. */
export function lostReport(reason: string): Report {
  const next = 'nothing is sent until it responds again; retrying'
  return {
    json: { event: 'databaseLost', message: reason },
    plain: [`database lost: ${reason}; ${next}`],
    screen: (paint, width) => headline(paint, width, 'bad', 'Database lost', reason, next),
  }
}

/** Reports the end of a worker. */
export function stoppedReport({ steps, ended }: WorkSummary, asked: boolean): Report {
  const text = `${number(steps)} steps, ${number(ended)} customers settled`
  const next = asked ? 'its customers are handed back to the other workers' : 'nothing is left to work on'
  const word = asked ? 'Stopped' : 'Done'
  return {
    json: { event: asked ? 'stopped' : 'done', steps, ended },
    plain: [`${word.toLowerCase()}: ${text}; ${next}`],
    screen: (paint, width) => headline(paint, width, asked ? 'open' : 'good', word, text, next),
  }
}
