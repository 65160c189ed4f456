import { toText } from '@partner-upgrades/client'
import { type Customer, type CustomersClient, isLegacyAzure } from '@partner-upgrades/client/customers'

/** A customer as the command lists it. */
export interface Listed {
  /** The tenant's ID, a GUID. */
  readonly customerId: string
  /** The name of the company; empty if Partner Center returns none. */
  readonly name: string
  /** The domain of the tenant; empty if Partner Center returns none. */
  readonly domain: string
  /** The number of legacy Azure subscriptions, and how many of them are suspended; absent if not requested. */
  readonly legacyAzure?: { readonly count: number; readonly suspended: number }
  /** Whether the customer has accepted the agreement; absent if not requested. */
  readonly agreement?: boolean
}

/** The details to look up for each customer. */
export interface Questions {
  /** Whether to look for legacy Azure subscriptions. */
  readonly legacyAzure: boolean
  /** Whether to look up the agreement. */
  readonly agreement: boolean
}

/**
 * Looks up the requested details of a customer; no more requests follow if it turns out to have no legacy Azure, as it is not listed then.
 *
 * @throws the errors of the client.
 */
export async function lookAt(
  customer: Customer,
  { legacyAzure, agreement }: Questions,
  client: CustomersClient,
  signal: AbortSignal,
): Promise<Listed> {
  const { id, companyProfile } = customer
  const { companyName, domain } = companyProfile ?? {}
  const listed = { customerId: id.toLowerCase(), name: toText(companyName) ?? '', domain: toText(domain) ?? '' }
  const subscriptions = legacyAzure ? (await client.listSubscriptions(id, { signal })).filter(isLegacyAzure) : []
  const suspended = subscriptions.filter(({ status }) => /^suspended$/i.test(String(status))).length
  const counts = legacyAzure && { legacyAzure: { count: subscriptions.length, suspended } }
  const wanted = agreement && (!legacyAzure || subscriptions.length > 0)
  return {
    ...listed,
    ...counts,
    ...(wanted && { agreement: await client.hasAcceptedAgreement(id, { signal }) }),
  }
}
