import {
  createProductUpgradesClient,
  type ProductUpgradesClient,
  type ProductUpgradesClientOptions,
} from '@partner-upgrades/client'
import { tokens } from './subjects.ts'

/** A client for the service of a check: it polls fast, and gives up at the first failure unless it is told otherwise. */
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

/** What the service is asked about one customer. */
export function about<CustomerId extends string>(
  customerId: CustomerId,
): { readonly customerId: CustomerId; readonly productFamily: 'Azure' } {
  return { customerId, productFamily: 'Azure' }
}
