import { impersonal } from '@partner-upgrades/bulk'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'

const next = 'nothing gets through; retrying, one customer at a time'

/** Reports that no request gets through, and why. */
export function outageReport(reason: string): Report {
  // The last customer's ID in the message is not the reason, so it is removed.
  const message = impersonal(reason)
  return {
    json: { event: 'outage', message },
    plain: [`outage: ${message}; ${next}`],
    screen: (paint, width) => headline(paint, width, 'bad', 'Outage', message, next),
  }
}

/** Reports that requests get through again. */
export function outageOverReport(): Report {
  const text = 'requests get through again'
  return {
    json: { event: 'outageOver' },
    plain: [`outage over: ${text}`],
    screen: (paint, width) => headline(paint, width, 'good', 'Outage over', text),
  }
}
