import type { ProductUpgradeRequest } from '@partner-upgrades/spec'
import type { Call } from '../contract/validate-request.ts'

/** The body of a call as an upgrade request. The contract layer has validated it, which the compiler cannot know. */
export function upgradeRequestOf({ body, operation }: Call): ProductUpgradeRequest {
  if (isUpgradeRequest(body)) return body
  throw new TypeError(`The contract of ${operation.id} let a body through that is not an upgrade request.`)
}

function isUpgradeRequest(body: unknown): body is ProductUpgradeRequest {
  const { customerId, productFamily }: Partial<ProductUpgradeRequest> = Object(body)
  return typeof customerId === 'string' && typeof productFamily === 'string'
}
