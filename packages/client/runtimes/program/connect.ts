import {
  createProductUpgradesClient,
  type ProductUpgradesClient,
  type ProductUpgradesClientOptions,
} from '@partner-upgrades/client'
import { tokens } from './subjects.ts'

/** Creates a client for the service of a check: it polls fast, and does not retry by default. */
export function connect(baseUrl: string, options: Partial<ProductUpgradesClientOptions> = {}): ProductUpgradesClient {
  return createProductUpgradesClient({
    baseUrl,
    credential: tokens.first,
    retries: 0,
    minPollDelay: 10,
    maxPollDelay: 20,
    pollsPerMinute: 60_000,
    ...options,
  })
}

/** Returns the request body for a customer. */
export function about<CustomerId extends string>(
  customerId: CustomerId,
): { readonly customerId: CustomerId; readonly productFamily: 'Azure' } {
  return { customerId, productFamily: 'Azure' }
}
