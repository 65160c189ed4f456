import type { ProductUpgradeRequest } from '@partner-upgrades/spec'
import { outcomeOf } from '../protocol/outcome.ts'
import type { Call } from '../transport/call.ts'
import { readEligibility } from '../upgrade/eligibility.ts'
import type { Operations } from '../upgrade/operations.ts'

/**
 * The upgrade that the service shows for a customer: one in place (`found`); a failed one, after which another can be created (`failed`);
 * none, but one can be created (`none`); or none, and none can be created (`ineligible`).
 */
export type Sight =
  | { readonly state: 'found' | 'failed'; readonly upgradeId: string }
  | { readonly state: 'none' | 'ineligible'; readonly upgradeId?: undefined }

/** Finds the upgrade of a customer, through eligibility and status. */
export async function findUpgrade(call: Call, request: ProductUpgradeRequest, operations: Operations): Promise<Sight> {
  const { upgradeId, isEligible } = readEligibility(await operations.checkEligibility(call, request))
  if (!upgradeId) return { state: isEligible ? 'none' : 'ineligible' }
  const status = await operations.getStatus(call, { ...request, upgradeId })
  return { state: isEligible && outcomeOf(status) === 'failed' ? 'failed' : 'found', upgradeId }
}
