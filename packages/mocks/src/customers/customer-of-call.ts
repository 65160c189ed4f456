import type { ProductUpgradeRequest } from '@partner-upgrades/spec'
import type { Call } from '../contract/validate-request.ts'

/** The customer that a call is about: by its path, or by its body. Undefined for a call about all of them. */
export function customerOfCall({ parameters, body }: Pick<Call, 'parameters' | 'body'>): string | undefined {
  const inPath = parameters.path['customer-tenant-id']
  const { customerId }: Partial<ProductUpgradeRequest> = Object(body)
  const id: unknown = inPath ?? customerId
  return typeof id === 'string' ? id : undefined
}
