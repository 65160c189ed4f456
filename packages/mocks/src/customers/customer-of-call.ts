import type { ProductUpgradeRequest } from '@partner-upgrades/spec'
import type { Call } from '../contract/validate-request.ts'

/** The ID of the customer in the path or body of a call; undefined for a call about all customers. */
export function customerOfCall({ parameters, body }: Pick<Call, 'parameters' | 'body'>): string | undefined {
  const inPath = parameters.path['customer-tenant-id']
  const { customerId }: Partial<ProductUpgradeRequest> = Object(body)
  const id: unknown = inPath ?? customerId
  return typeof id === 'string' ? id : undefined
}
