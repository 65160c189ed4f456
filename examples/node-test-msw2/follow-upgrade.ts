import type { ProductUpgradesClient } from '@partner-upgrades/client'

/** Moves a customer to an Azure plan, and returns every status on the way. */
export async function followUpgrade(upgrades: ProductUpgradesClient, customerId: string): Promise<readonly string[]> {
  const upgrade = await upgrades.ensure({ customerId, productFamily: 'Azure' })
  const seen: string[] = []
  for await (const { status } of upgrades.watch(upgrade)) seen.push(status)
  return seen
}
