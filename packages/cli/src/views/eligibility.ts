import type { ProductUpgradesEligibility } from '@partner-upgrades/client'
import { printable } from '../printable.ts'
import { headline } from './headline.ts'
import type { Report } from './report.ts'

/** Tells whether a customer can be upgraded. */
export function eligibilityReport(answer: ProductUpgradesEligibility): Report {
  const { customerId, productFamily, isEligible, upgradeId, reason } = printable(answer)
  const details = [
    `customer ${customerId}, ${productFamily}`,
    ...(upgradeId ? [`upgrade ${upgradeId}`] : []),
    ...(isEligible ? [] : [reason || 'no reason given']),
  ]
  return {
    json: { ...answer, event: 'eligibility' },
    plain: [`${isEligible ? 'eligible' : 'not eligible'}: ${details.join(', ')}`],
    screen: (paint, width) =>
      headline(paint, width, isEligible ? 'good' : 'open', isEligible ? 'Eligible' : 'Not eligible', ...details),
  }
}
