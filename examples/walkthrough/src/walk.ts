import { outcomeOf, type ProductUpgradesClient } from '@partner-upgrades/client'
import type { Screen } from './screen.ts'

/** What the walk needs: a client, somewhere to show each step, and a person's consent before anything is created. */
export interface Walk {
  readonly upgrades: ProductUpgradesClient
  readonly customerId: string
  readonly screen: Screen
  confirm(question: string): Promise<boolean>
}

/**
 * Takes one customer from eligibility to a finished upgrade, and shows each step as it happens.
 *
 * @returns whether the upgrade completed
 */
export async function walk({ upgrades, customerId, screen, confirm }: Walk): Promise<boolean> {
  const request = { customerId, productFamily: 'Azure' }

  const eligibility = await upgrades.checkEligibility(request)
  if (!eligibility.isEligible) {
    screen.step('Eligibility', `not eligible: ${eligibility.reason ?? 'the service gives no reason'}`)
    if (eligibility.upgradeId) screen.detail('upgrade', `${eligibility.upgradeId} is already in place`)
    screen.bad('Nothing was created.')
    return false
  }
  screen.step('Eligibility', 'eligible for an Azure plan')

  if (!(await confirm(`Create an upgrade for customer ${customerId}?`))) {
    screen.bad('Nothing was created.')
    return false
  }
  const upgrade = await upgrades.create(request)
  screen.step('Create', 'accepted')
  screen.detail('upgrade', upgrade.upgradeId)

  for await (const status of upgrades.watch(upgrade)) {
    screen.step('Status', status.status)
    const outcome = outcomeOf(status)
    if (outcome === 'running') continue
    for (const item of status.lineItems ?? []) {
      screen.detail('line item', `${item.sourceProduct?.name} → ${item.targetProduct?.name}: ${item.status}`)
      if (item.upgradedDate) screen.detail('upgraded', item.upgradedDate)
    }
    if (outcome === 'completed') screen.good('The customer is on an Azure plan.')
    else screen.bad(`The upgrade ended as ${outcome}.`)
    return outcome === 'completed'
  }
  return false
}
