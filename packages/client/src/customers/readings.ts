import type { Customer, Subscription } from '@partner-upgrades/spec'

/** Whether the partner sells to a customer. The others in the list cannot be upgraded by this partner. */
export function isReseller({ relationshipToPartner }: Pick<Customer, 'relationshipToPartner'>): boolean {
  return isText(relationshipToPartner, 'reseller')
}

/**
 * Whether a subscription is what an upgrade moves: Azure by usage, bought before there was an Azure plan. Whether it is suspended does not
 * matter here; look at its `status`.
 *
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources
 */
export function isLegacyAzure({ billingType, offerId }: Pick<Subscription, 'billingType' | 'offerId'>): boolean {
  return isText(billingType, 'usage') && isLegacyOffer(offerId)
}

/** Whether a subscription is an Azure plan, below which Azure subscriptions are. */
export function isAzurePlan({ billingType, offerId }: Pick<Subscription, 'billingType' | 'offerId'>): boolean {
  return isText(billingType, 'usage') && !isLegacyOffer(offerId)
}

function isLegacyOffer(offerId: unknown): boolean {
  return /^MS-AZR/i.test(String(offerId))
}

function isText(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === text
}
