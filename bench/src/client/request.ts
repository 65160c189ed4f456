import type { ProductUpgradeRequest, ProductUpgradesEligibility } from '@partner-upgrades/spec'

/** The path of the one request that everybody sends. */
export const path = '/v1/productUpgrades/eligibility'

/** Its body, the documented one. */
export const body: ProductUpgradeRequest = {
  customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969',
  productFamily: 'azure',
}

/** The answer to it. */
export const eligibility: ProductUpgradesEligibility = {
  customerId: body.customerId,
  isEligible: true,
  productFamily: 'azure',
}

/** As long as a real one. */
export const token = 'eyJ0eXAiOiJKV1Qi'.repeat(90)

/** What our client is told to send with each request besides its IDs; the others are given the headers themselves. */
export const locale = 'en-US'
export const application = 'Benchmark'

/** The headers that stay the same. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  Authorization: `Bearer ${token}`,
  Accept: 'application/json',
  'MS-Contract-Version': 'v1',
  'X-Locale': locale,
  'MS-PartnerCenter-Application': application,
}

/** The headers that the service wants new for each call. */
export function newIds(): Record<string, string> {
  return { 'MS-RequestId': crypto.randomUUID(), 'MS-CorrelationId': crypto.randomUUID() }
}
