import type { ProductUpgradesClient, UpgradeReference } from '@partner-upgrades/client'

/** Starts the upgrade of a customer, if it can have one: nothing for a customer that is not eligible. */
export async function upgradeWhenEligible(
  upgrades: ProductUpgradesClient,
  customerId: string,
): Promise<UpgradeReference | undefined> {
  const request = { customerId, productFamily: 'Azure' }
  const { isEligible } = await upgrades.checkEligibility(request)
  return isEligible ? upgrades.create(request) : undefined
}
