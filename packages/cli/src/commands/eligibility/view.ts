import { type ProductUpgradesEligibility, readEligibility } from '@partner-upgrades/client'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'
import { orUnknown } from '../../upgrades/or-unknown.ts'

/**
 * Reports whether a customer can be upgraded.
 *
 * @throws ContractViolationError if the response does not say.
 */
export function eligibilityReport(answer: ProductUpgradesEligibility): Report {
  const { customerId, productFamily } = answer
  const { isEligible, upgradeId, reason } = readEligibility(answer)
  const details = [
    `customer ${orUnknown(customerId)}, ${orUnknown(productFamily)}`,
    ...(upgradeId ? [`upgrade ${upgradeId}`] : []),
    ...(isEligible ? [] : [reason ?? 'no reason given']),
  ]
  return {
    json: { ...answer, event: 'eligibility' },
    plain: [`${isEligible ? 'eligible' : 'not eligible'}: ${details.join(', ')}`],
    screen: (paint, width) =>
      headline(paint, width, isEligible ? 'good' : 'open', isEligible ? 'Eligible' : 'Not eligible', ...details),
  }
}
