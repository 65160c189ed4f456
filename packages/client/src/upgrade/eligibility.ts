import type { ProductUpgradesEligibility } from '@partner-upgrades/spec'
import { isEmptyGuid, toGuid } from '@partner-upgrades/spec'
import { ContractViolationError } from '../errors/errors.ts'
import { toText } from '../values/display-text.ts'
import { defined } from '../values/json.ts'

/** The content of an eligibility response, with validated types. */
export interface EligibilityReading {
  /** Whether an upgrade can be created. */
  readonly isEligible: boolean
  /** The ID of the upgrade that is in place, a GUID with hyphens. */
  readonly upgradeId?: string
  /** Why the customer is not eligible, at most 1,024 characters. */
  readonly reason?: string
}

/**
 * Reads an eligibility response, tolerating unexpected types in its fields. The empty GUID counts as no upgrade.
 *
 * @throws ContractViolationError if it does not say whether the customer is eligible, or its upgrade ID is not a GUID: then nothing may
 * be created.
 */
export function readEligibility({ isEligible, upgradeId, reason }: ProductUpgradesEligibility): EligibilityReading {
  if (typeof isEligible !== 'boolean')
    throw new ContractViolationError('The response does not say whether the customer is eligible')
  const guid = toGuid(upgradeId)
  if (!guid && !isEmptyGuid(upgradeId)) throw new ContractViolationError('The upgradeId of the response is not a GUID')
  return defined({ isEligible, upgradeId: guid, reason: toText(reason) })
}
