import { type ProductUpgradesEligibility, toText } from '@partner-upgrades/client'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'

/** Reports whether a customer can be upgraded. */
export function eligibilityReport(answer: ProductUpgradesEligibility): Report {
  const { customerId, productFamily, isEligible, upgradeId, reason } = answer
  const details = [
    `customer ${toText(customerId)}, ${toText(productFamily)}`,
    ...(upgradeId ? [`upgrade ${toText(upgradeId)}`] : []),
    ...(isEligible ? [] : [toText(reason) ?? 'no reason given']),
  ]
  return {
    json: { ...answer, event: 'eligibility' },
    plain: [`${isEligible ? 'eligible' : 'not eligible'}: ${details.join(', ')}`],
    screen: (paint, width) =>
      headline(paint, width, isEligible ? 'good' : 'open', isEligible ? 'Eligible' : 'Not eligible', ...details),
  }
}
