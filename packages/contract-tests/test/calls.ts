import type { CallOptions, ProductUpgradesClient, UpgradeReference } from '@partner-upgrades/client'
import { type CustomersClient, createCustomersClient } from '@partner-upgrades/client/customers'

const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }

/** The upgrade of Microsoft's pages, held by the service at `baseUrl`. */
export const documentedUpgrade = (baseUrl = 'https://api.partnercenter.microsoft.com'): UpgradeReference => ({
  ...request,
  upgradeId: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
  baseUrl,
})

/** How the client calls an operation about the documented customer. An operation without an entry cannot be shown. */
export type CallOperation = (client: ProductUpgradesClient, options?: CallOptions) => Promise<unknown>

/** The plan of Microsoft's page, and its customer. */
export const documentedPlan = {
  customerId: '11f9bc2a-1f38-431c-a0b0-9455c6f5bbc0',
  planId: '3f15978e-005c-b763-bb78-2a8fab289c58',
  azureId: '899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8',
} as const

const { customerId } = request
const about =
  (call: (customers: CustomersClient, options?: CallOptions) => Promise<unknown>): CallOperation =>
  (client, options) =>
    call(createCustomersClient(client), options)

/** Collects all items of a list. */
export async function allOf<T>(list: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const each of list) found.push(each)
  return found
}

/** The client's call of each operation of the contract, by operation ID. */
export const calls: Readonly<Record<string, CallOperation>> = {
  checkProductUpgradeEligibility: (client, options) => client.checkEligibility(request, options),
  createProductUpgrade: (client, options) => client.create(request, options),
  getProductUpgradeStatus: (client, options) => client.getStatus(documentedUpgrade(), options),
  // Reading one customer is enough to request a page.
  listCustomers: about(async (customers, options) => (await customers.list(options).next()).value),
  listCustomerSubscriptions: about((customers, options) => customers.listSubscriptions(customerId, options)),
  listCustomerAgreements: about((customers, options) => customers.listAgreements(customerId, options)),
  getDirectSignStatus: about(async (customers, options) => ({
    isSigned: await customers.hasSignedDirectly(customerId, options),
  })),
  listAzureEntitlements: about((customers, options) =>
    customers.listAzureEntitlements(customerId, documentedPlan.planId, options),
  ),
}
