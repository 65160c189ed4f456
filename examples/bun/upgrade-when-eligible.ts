import type { ProductUpgradesClient, UpgradeReference } from '@partner-upgrades/client'

/** Starts a customer's upgrade; returns undefined for a customer who is not eligible. */
export async function upgradeWhenEligible(
  upgrades: ProductUpgradesClient,
  customerId: string,
): Promise<UpgradeReference | undefined> {
  const request = { customerId, productFamily: 'Azure' }
  const { isEligible } = await upgrades.checkEligibility(request)
  return isEligible ? upgrades.create(request) : undefined
}
