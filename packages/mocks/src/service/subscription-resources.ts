import type { AzureEntitlement, Subscription } from '@partner-upgrades/spec'
import { type Exactly, exactly } from '../contract/exactly.ts'
import { createRandom } from '../random/random.ts'
import type { Customer } from './customers.ts'
import { documentedSource, itemStatusAt, type Product, type Upgrade } from './upgrade.ts'

/** The Azure subscriptions of a customer at one time. */
export interface AzureHoldings {
  /** Azure subscriptions that have not been upgraded. */
  readonly legacy: readonly Product[]
  /** The subscription of the Azure plan; undefined without one. */
  readonly planId: string | undefined
  /** Azure subscriptions below the plan. */
  readonly entitlements: readonly Product[]
}

const usage = {
  quantity: 1,
  unitType: 'Usage-based',
  autoRenewEnabled: false,
  billingType: 'usage',
  billingCycle: 'monthly',
}
const attributes = { objectType: 'Subscription' }
const toSubscription = exactly<Subscription>()
const toEntitlement = exactly<AzureEntitlement>()

/** The Azure subscriptions of a customer, given the progress of the latest upgrade. */
export function azureHoldings(customer: Customer, upgrade: Upgrade | undefined, now: number): AzureHoldings {
  const products = (customer.lineItems ?? [{}]).map(({ sourceProduct = documentedSource }) => sourceProduct)
  const moved = (upgrade?.lineItems ?? [])
    .filter((item) => upgrade && itemStatusAt(upgrade, item, now) === 'Completed')
    .map(({ sourceProduct }) => sourceProduct)
  const movedIds = new Set(moved.map(({ id }) => id.toLowerCase()))
  const hasNone = customer.condition === '900108' || customer.condition === 'noAzureSubscriptions'
  return {
    legacy: hasNone ? [] : products.filter(({ id }) => !movedIds.has(id.toLowerCase())),
    planId: moved.length > 0 ? (customer.azurePlanId ?? createRandom(`plan of ${upgrade?.id}`).guid()) : undefined,
    entitlements: moved,
  }
}

/** The subscriptions of a customer as they are listed: after an upgrade, only the plan, without the subscriptions below it. */
export function toSubscriptions(customer: Customer, { legacy, planId }: AzureHoldings): Subscription[] {
  const { condition, otherSubscriptions = [] } = customer
  const suspended = condition === '900105' || condition === 'suspendedSubscriptions'
  const before = legacy.map(({ id, name }, index) => {
    const isSuspended = suspended && index === 0
    return toSubscription({
      id,
      offerId: 'MS-AZR-0145P',
      entitlementId: id,
      offerName: 'Microsoft Azure',
      friendlyName: name,
      creationDate: '2018-03-01T00:00:00Z',
      effectiveStartDate: '2018-03-01T00:00:00Z',
      status: isSuspended ? 'suspended' : 'active',
      ...usage,
      ...(isSuspended && { suspensionReasons: ['Partner'] }),
      contractType: 'subscription',
      attributes,
    })
  })
  const plan =
    planId === undefined
      ? []
      : [
          toSubscription({
            id: planId,
            offerName: 'Microsoft Azure plan',
            friendlyName: 'Microsoft Azure plan',
            status: 'active',
            ...usage,
            contractType: 'subscription',
            productType: { id: 'Azure', displayName: 'Azure' },
            attributes,
          }),
        ]
  return [...before, ...plan, ...otherSubscriptions]
}

/** The subscriptions below the plan, which keep their IDs. */
export function toEntitlements({ entitlements, planId = '' }: AzureHoldings): Exactly<AzureEntitlement>[] {
  return entitlements.map(({ id, name }) =>
    toEntitlement({ id, friendlyName: name, status: 'active', subscriptionId: planId }),
  )
}
