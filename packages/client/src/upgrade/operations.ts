import {
  checkProductUpgradeEligibilityFaults,
  createProductUpgradeFaults,
  getProductUpgradeStatusFaults,
  type OperationId,
  type ProductUpgradeRequest,
  type ProductUpgradesEligibility,
  type ProductUpgradesStatus,
  type paths,
} from '@partner-upgrades/spec'
import type { Client } from 'openapi-fetch'
import { ContractViolationError } from '../errors/errors.ts'
import { parseLocation } from '../protocol/location.ts'
import type { UpgradeReference } from '../protocol/upgrade-reference.ts'
import type { RequestName } from '../telemetry/audit.ts'
import type { Call } from '../transport/call.ts'
import type { Context } from '../transport/context.ts'
import { type Reply, readObject, toFault } from '../transport/reply.ts'
import { sendWithRetry } from '../transport/send-with-retry.ts'
import { defined } from '../values/json.ts'

/** The operations of the service. Each returns the parsed response, or throws the error that it reports. */
export interface Operations {
  /** Checks whether a customer can be upgraded. */
  checkEligibility(call: Call, request: ProductUpgradeRequest): Promise<ProductUpgradesEligibility>
  /**
   * Creates an upgrade.
   *
   * @returns the ID of the upgrade.
   */
  create(call: Call, request: ProductUpgradeRequest): Promise<string>
  /** Gets the status of an upgrade. */
  getStatus(call: Call, upgrade: Omit<UpgradeReference, 'baseUrl'>): Promise<ProductUpgradesStatus>
}

/**
 * Determines the operation of a request made through openapi-fetch: the one that its caller named, or else the one that its URL implies.
 * All operations on upgrades are POST, so the verb does not help.
 */
export function operationOf({
  url,
  operation,
}: Pick<Request, 'url'> & { readonly operation?: RequestName }): RequestName {
  if (operation) return operation
  if (/\/productUpgrades\/eligibility\/?$/i.test(url)) return 'checkProductUpgradeEligibility'
  if (/\/productUpgrades\/[^/]+\/status\/?$/i.test(url)) return 'getProductUpgradeStatus'
  return /\/productUpgrades\/?$/i.test(url) ? 'createProductUpgrade' : 'http'
}

/** The options of a request through openapi-fetch. */
type Init = {
  readonly body: ProductUpgradeRequest
  readonly headers: Record<string, string>
  readonly parseAs: 'stream'
  readonly fetch: (request: Request) => Promise<Response>
  readonly signal?: AbortSignal
}

/** Creates the operations on top of openapi-fetch and its middleware. */
export function createOperations(http: Client<paths>, context: Context): Operations {
  async function ask(
    operation: OperationId,
    known: readonly string[],
    call: Call,
    { customerId, productFamily, attributes }: ProductUpgradeRequest,
    post: (init: Init) => Promise<Reply>,
  ): Promise<Response> {
    const { name, requestId, signal } = call
    // The request ID of a create is for the create only; requests that look for its upgrade use IDs of their own.
    const own = operation === 'createProductUpgrade' || (name !== 'create' && name !== 'ensure')
    const reply = await post({
      // The argument may be a reference, which has more fields than the body.
      body: defined({ customerId, productFamily, attributes }),
      headers: { ...call.headers, 'MS-RequestId': own ? requestId : crypto.randomUUID() },
      parseAs: 'stream',
      fetch: (request) => sendWithRetry(operation, request, call, context),
      ...(signal && { signal }),
    })
    if (!reply.response.ok) throw toFault(operation, reply, customerId, context.clock.now(), known)
    return reply.response
  }

  return {
    async checkEligibility(call, request) {
      const operation = 'checkProductUpgradeEligibility'
      const response = await ask(operation, checkProductUpgradeEligibilityFaults, call, request, (init) =>
        http.POST('/v1/productUpgrades/eligibility', init),
      )
      return readObject(operation, response, context)
    },
    async create(call, request) {
      const { headers } = await ask('createProductUpgrade', createProductUpgradeFaults, call, request, (init) =>
        http.POST('/v1/productUpgrades', init),
      )
      const upgradeId = parseLocation(headers.get('Location'))
      if (!upgradeId) throw new ContractViolationError('The Location header is missing or names no upgrade')
      return upgradeId
    },
    async getStatus(call, upgrade) {
      const operation = 'getProductUpgradeStatus'
      const params = { path: { 'upgrade-id': upgrade.upgradeId } }
      const response = await ask(operation, getProductUpgradeStatusFaults, call, upgrade, (init) =>
        http.POST('/v1/productUpgrades/{upgrade-id}/status', { ...init, params }),
      )
      return readObject(operation, response, context)
    },
  }
}
