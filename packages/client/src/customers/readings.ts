import type { Agreement, Customer, Subscription } from '@partner-upgrades/spec'
import { isRecord } from '../values/json.ts'

// Items are returned as they were received, and one that violates the contract must not keep a program from reading the others.

/** Whether the partner is the customer's reseller. This partner cannot upgrade the other customers in the list. */
export function isReseller(customer: Pick<Customer, 'relationshipToPartner'>): boolean {
  return isText(Object(customer).relationshipToPartner, 'reseller')
}

/**
 * Whether an agreement is a Microsoft Customer Agreement. One that does not state its type is, as only this type is requested.
 *
 * @see https://learn.microsoft.com/partner-center/developer/agreement-resources
 */
export function isCustomerAgreement(agreement: Pick<Agreement, 'type'>): boolean {
  if (!isRecord(agreement)) return false
  return agreement.type === undefined || agreement.type === null || isText(agreement.type, 'microsoftcustomeragreement')
}

/**
 * Whether a subscription is one that an upgrade moves: usage-based Azure, bought before there was an Azure plan. A suspended one counts,
 * too; check its `status`.
 *
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources
 */
export function isLegacyAzure(subscription: Pick<Subscription, 'billingType' | 'offerId'>): boolean {
  const { billingType, offerId } = Object(subscription)
  return isText(billingType, 'usage') && isLegacyOffer(offerId)
}

/** Whether a subscription is an Azure plan, which contains Azure subscriptions. */
export function isAzurePlan(subscription: Pick<Subscription, 'billingType' | 'offerId'>): boolean {
  const { billingType, offerId } = Object(subscription)
  return isText(billingType, 'usage') && !isLegacyOffer(offerId)
}

function isLegacyOffer(offerId: unknown): boolean {
  return /^MS-AZR/i.test(String(offerId))
}

function isText(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === text
}
