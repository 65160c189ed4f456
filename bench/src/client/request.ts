import type { ProductUpgradeRequest, ProductUpgradesEligibility } from '@partner-upgrades/spec'

/** The path of the request that all clients send. */
export const path = '/v1/productUpgrades/eligibility'

/** Its body, as documented. */
export const body: ProductUpgradeRequest = {
  customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969',
  productFamily: 'azure',
}

/** The response to it. */
export const eligibility: ProductUpgradesEligibility = {
  customerId: body.customerId,
  isEligible: true,
  productFamily: 'azure',
}

/** A token of realistic length. */
export const token = 'eyJ0eXAiOiJKV1Qi'.repeat(90)

/** Options of our client; the other clients get the corresponding headers. */
export const locale = 'en-US'
export const application = 'Benchmark'

/** The headers that are the same in every request. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  Authorization: `Bearer ${token}`,
  Accept: 'application/json',
  'MS-Contract-Version': 'v1',
  'X-Locale': locale,
  'MS-PartnerCenter-Application': application,
}

/** Creates the headers that must be new for each call. */
export function newIds(): Record<string, string> {
  return { 'MS-RequestId': crypto.randomUUID(), 'MS-CorrelationId': crypto.randomUUID() }
}
