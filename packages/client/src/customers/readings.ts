import type { Customer, Subscription } from '@partner-upgrades/spec'

/** Whether the partner is the customer's reseller. This partner cannot upgrade the other customers in the list. */
export function isReseller({ relationshipToPartner }: Pick<Customer, 'relationshipToPartner'>): boolean {
  return isText(relationshipToPartner, 'reseller')
}

/**
 * Whether a subscription is one that an upgrade moves: usage-based Azure, bought before there was an Azure plan. A suspended one counts,
 * too; check its `status`.
 *
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources
 */
export function isLegacyAzure({ billingType, offerId }: Pick<Subscription, 'billingType' | 'offerId'>): boolean {
  return isText(billingType, 'usage') && isLegacyOffer(offerId)
}

/** Whether a subscription is an Azure plan, which contains Azure subscriptions. */
export function isAzurePlan({ billingType, offerId }: Pick<Subscription, 'billingType' | 'offerId'>): boolean {
  return isText(billingType, 'usage') && !isLegacyOffer(offerId)
}

function isLegacyOffer(offerId: unknown): boolean {
  return /^MS-AZR/i.test(String(offerId))
}

function isText(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === text
}
