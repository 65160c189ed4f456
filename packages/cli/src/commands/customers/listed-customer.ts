import { toText } from '@partner-upgrades/client'
import { type Customer, type CustomersClient, isLegacyAzure } from '@partner-upgrades/client/customers'

/** A customer as the command lists it. */
export interface Listed {
  /** The tenant's ID, a GUID. */
  readonly customerId: string
  /** The name of the company; empty if Partner Center tells none. */
  readonly name: string
  /** The domain of the tenant; empty if Partner Center tells none. */
  readonly domain: string
  /** How many legacy Azure subscriptions there are, and how many of them are suspended; absent if nobody asked. */
  readonly legacyAzure?: { readonly count: number; readonly suspended: number }
  /** Whether the customer has accepted the agreement; absent if nobody asked. */
  readonly agreement?: boolean
}

/** What to find out about each customer. */
export interface Questions {
  /** Whether to look for legacy Azure subscriptions. */
  readonly legacyAzure: boolean
  /** Whether to ask for the agreement. */
  readonly agreement: boolean
}

/**
 * Finds out what is asked about a customer. Of one without legacy Azure nothing else is asked, for nobody lists it.
 *
 * @throws as the client does.
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
