import {
  type Agreement,
  type AgreementCollection,
  type AzureEntitlement,
  type AzureEntitlementCollection,
  type Customer,
  type CustomerCollection,
  type DirectSignedCustomerAgreementStatus,
  getDirectSignStatusFaults,
  listAzureEntitlementsFaults,
  listCustomerAgreementsFaults,
  listCustomerSubscriptionsFaults,
  listCustomersFaults,
  type OperationId,
  type Subscription,
  type SubscriptionCollection,
} from '@partner-upgrades/spec'
import type { ProductUpgradesClient } from '../client.ts'
import { ContractViolationError, isPartnerCenterError } from '../errors/errors.ts'
import { assertInput, validateSubject } from '../options/validate-input.ts'
import { callHook } from '../telemetry/hooks.ts'
import { systemClock, toMonotonic } from '../time/clock.ts'
import { detailsOf, toAborted } from '../transport/call.ts'
import { createRateLimiter } from '../transport/limiters.ts'
import { type Reply, readObject, toFault } from '../transport/reply.ts'
import { defined } from '../values/json.ts'
import type { CustomerCallOptions, CustomersClientOptions, ListCustomersOptions } from './customer-options.ts'
import { nextPageOf, type PageAddress } from './next-page.ts'
import { isCustomerAgreement } from './readings.ts'

/**
 * Reads the data around an upgrade: the customers, their subscriptions and agreements, and the result. It changes nothing. Items are
 * returned as they were received; `validate` rejects those that violate the contract.
 */
export interface CustomersClient {
  /**
   * Lists the partner's customers; pages are requested as they are consumed.
   *
   * @throws TypeError for invalid input, before anything is sent.
   * @throws FaultError, AuthenticationError, ConnectionError, RequestTimeoutError, RequestAbortedError or ContractViolationError.
   * @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-customers
   */
  list(options?: ListCustomersOptions): AsyncGenerator<Customer, void, undefined>
  /**
   * Lists all of a customer's subscriptions. After an upgrade, these are the Azure plan and all subscriptions other than Azure.
   *
   * @throws as {@link CustomersClient.list} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-all-of-a-customer-s-subscriptions
   */
  listSubscriptions(customerId: string, options?: CustomerCallOptions): Promise<readonly Subscription[]>
  /**
   * Lists the partner's confirmations that a customer has accepted the Microsoft Customer Agreement. Needs App+User credentials.
   *
   * @throws as {@link CustomersClient.list} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-confirmation-of-customer-agreement
   */
  listAgreements(customerId: string, options?: CustomerCallOptions): Promise<readonly Agreement[]>
  /**
   * Gets whether a customer has accepted the Microsoft Customer Agreement directly. Needs App+User credentials.
   *
   * @throws as {@link CustomersClient.list} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-direct-sign-status-of-customer-agreement
   */
  hasSignedDirectly(customerId: string, options?: CustomerCallOptions): Promise<boolean>
  /**
   * Checks whether a customer has accepted the Microsoft Customer Agreement, directly or by the partner's confirmation: one or two calls.
   * Needs App+User credentials.
   *
   * @throws as {@link CustomersClient.list} does.
   */
  hasAcceptedAgreement(customerId: string, options?: CustomerCallOptions): Promise<boolean>
  /**
   * Lists the Azure subscriptions under an Azure plan. Upgraded subscriptions keep their IDs.
   *
   * @param subscriptionId the ID of the plan, from `listSubscriptions`
   * @throws as {@link CustomersClient.list} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-azure-entitlements-for-subscription
   */
  listAzureEntitlements(
    customerId: string,
    subscriptionId: string,
    options?: CustomerCallOptions,
  ): Promise<readonly AzureEntitlement[]>
}

/** The options common to all calls through openapi-fetch. */
interface Init {
  readonly parseAs: 'stream'
  readonly signal?: AbortSignal
  /** The name of the request in events and audit records; openapi-fetch passes it on with the request. */
  readonly operation: OperationId
}

const longestPage = 500

/**
 * Creates a client for the partner's customers on top of a client for upgrades. It uses that client's credentials, retries, limits and
 * hooks; in hooks and audit records, its calls are named `http`.
 *
 * @throws TypeError naming the option that is wrong.
 * @example
 * const customers = createCustomersClient(createProductUpgradesClient({ credential }))
 * for await (const customer of customers.list()) if (isReseller(customer)) console.log(customer.id)
 */
export function createCustomersClient(
  { http }: Pick<ProductUpgradesClient, 'http'>,
  options: CustomersClientOptions = {},
): CustomersClient {
  const { callsPerMinute = 480, clock = systemClock } = options
  assertInput(callsPerMinute > 0, 'callsPerMinute', 'a number above 0')
  const turns = createRateLimiter(toMonotonic(clock), callsPerMinute)

  async function get<T extends object>(
    operation: OperationId,
    known: readonly string[],
    customerId: string,
    { signal }: CustomerCallOptions,
    send: (init: Init) => Promise<Reply>,
  ): Promise<T> {
    await turns.enter(signal).catch((error: unknown) => {
      throw toAborted(error, signal)
    })
    const reply = await send({ parseAs: 'stream', operation, ...(signal && { signal }) })
    try {
      if (!reply.response.ok) throw toFault(operation, reply, customerId, clock.now(), known)
      return await readObject<T>(operation, reply.response, options)
    } catch (error) {
      throw isPartnerCenterError(error) ? Object.assign(error, detailsOf(reply.response)) : error
    }
  }

  async function itemsOf<T extends { readonly items: readonly unknown[] }>(page: Promise<T>): Promise<T['items']> {
    const { items } = await page
    if (Array.isArray(items)) return items
    throw new ContractViolationError('The response has no list of items')
  }

  const path = (customerId: string) => ({ path: { 'customer-tenant-id': customerId } })

  const client: CustomersClient = {
    async *list({ pageSize = longestPage, companyName, onPage, ...given } = {}) {
      assertInput(
        Number.isInteger(pageSize) && pageSize > 0 && pageSize <= longestPage,
        'pageSize',
        `an integer from 1 to ${longestPage}`,
      )
      const seen = new Set<string>()
      let count = 0
      const filter = companyName && { Field: 'CompanyName', Value: companyName, Operator: 'starts_with' }
      const first = { size: String(pageSize), ...(filter && { filter: JSON.stringify(filter) }) }
      let next: PageAddress | undefined = { query: new URLSearchParams(first).toString() }
      while (next) {
        const { query, token } = next
        const params = { header: defined({ 'MS-ContinuationToken': token }) }
        const page: CustomerCollection = await get('listCustomers', listCustomersFaults, '', given, (init) =>
          http.GET('/v1/customers', { ...init, params, querySerializer: () => query }),
        )
        const items = await itemsOf(Promise.resolve(page))
        count += items.length
        callHook(onPage, count)
        yield* items
        next = nextPageOf(page)
        const address = JSON.stringify(next)
        if (next && seen.has(address))
          throw new ContractViolationError(
            'The list of customers does not end: a page names itself, or one before it, as the next',
          )
        seen.add(address)
      }
    },
    async listSubscriptions(customerId, given = {}) {
      validateSubject({ customerId }, 'customerId')
      return itemsOf(
        get<SubscriptionCollection>(
          'listCustomerSubscriptions',
          listCustomerSubscriptionsFaults,
          customerId,
          given,
          (init) => http.GET('/v1/customers/{customer-tenant-id}/subscriptions', { ...init, params: path(customerId) }),
        ),
      )
    },
    async listAgreements(customerId, given = {}) {
      validateSubject({ customerId }, 'customerId')
      // Without a type, the service lists the older Microsoft Cloud Agreement.
      const params = { ...path(customerId), query: { agreementType: 'MicrosoftCustomerAgreement' } }
      return itemsOf(
        get<AgreementCollection>('listCustomerAgreements', listCustomerAgreementsFaults, customerId, given, (init) =>
          http.GET('/v1/customers/{customer-tenant-id}/agreements', { ...init, params }),
        ),
      )
    },
    async hasSignedDirectly(customerId, given = {}) {
      validateSubject({ customerId }, 'customerId')
      const { isSigned } = await get<DirectSignedCustomerAgreementStatus>(
        'getDirectSignStatus',
        getDirectSignStatusFaults,
        customerId,
        given,
        (init) =>
          http.GET('/v1/customers/{customer-tenant-id}/directSignedMicrosoftCustomerAgreementStatus', {
            ...init,
            params: path(customerId),
          }),
      )
      if (typeof isSigned === 'boolean') return isSigned
      throw new ContractViolationError('The response does not say whether the customer has signed')
    },
    async hasAcceptedAgreement(customerId, given) {
      if (await client.hasSignedDirectly(customerId, given)) return true
      return (await client.listAgreements(customerId, given)).some(isCustomerAgreement)
    },
    async listAzureEntitlements(customerId, subscriptionId, given = {}) {
      validateSubject({ customerId, subscriptionId }, 'customerId', 'subscriptionId')
      const params = { path: { 'customer-tenant-id': customerId, 'subscription-id': subscriptionId } }
      return itemsOf(
        get<AzureEntitlementCollection>(
          'listAzureEntitlements',
          listAzureEntitlementsFaults,
          customerId,
          given,
          (init) =>
            http.GET('/v1/customers/{customer-tenant-id}/subscriptions/{subscription-id}/azureEntitlements', {
              ...init,
              params,
            }),
        ),
      )
    },
  }
  return client
}
