import type { CallOptions, ProductUpgradesClient, UpgradeReference } from '@partner-upgrades/client'

const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }

/** The upgrade of Microsoft's pages, held by the service at `baseUrl`. */
export const documentedUpgrade = (baseUrl = 'https://api.partnercenter.microsoft.com'): UpgradeReference => ({
  ...request,
  upgradeId: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
  baseUrl,
})

/** How the client calls an operation about the documented customer. An operation without an entry cannot be shown. */
export type CallOperation = (client: ProductUpgradesClient, options?: CallOptions) => Promise<unknown>

/** The client's call of each operation of the contract, by operation ID. */
export const calls: Readonly<Record<string, CallOperation>> = {
  checkProductUpgradeEligibility: (client, options) => client.checkEligibility(request, options),
  createProductUpgrade: (client, options) => client.create(request, options),
  getProductUpgradeStatus: (client, options) => client.getStatus(documentedUpgrade(), options),
}
