import type {
  OperationId,
  ProductUpgradeRequest,
  ProductUpgradesEligibility,
  ProductUpgradesStatus,
  paths,
} from '@partner-upgrades/spec'
import type { Client } from 'openapi-fetch'
import { textOf } from './bodies.ts'
import type { Call } from './call.ts'
import type { Context } from './context.ts'
import { ContractViolationError } from './errors.ts'
import { toFault } from './fault.ts'
import { parseLocation } from './guid.ts'
import { defined, parseObject } from './json.ts'
import type { UpgradeReference } from './reference.ts'
import { send } from './send.ts'

/** The operations of the service: each gives what it is asked for, or throws what came in its place. */
export interface Operations {
  checkEligibility(call: Call, request: ProductUpgradeRequest): Promise<ProductUpgradesEligibility>
  /** @returns the ID of the upgrade. */
  create(call: Call, request: ProductUpgradeRequest): Promise<string>
  getStatus(call: Call, upgrade: Omit<UpgradeReference, 'baseUrl'>): Promise<ProductUpgradesStatus>
}

/** What openapi-fetch makes of an answer. */
interface Reply {
  readonly error?: unknown
  readonly response: Response
}

/** What openapi-fetch is told of a request. */
type Init = {
  readonly body: ProductUpgradeRequest
  readonly headers: Record<string, string>
  readonly parseAs: 'stream'
  readonly fetch: (request: Request) => Promise<Response>
  readonly signal?: AbortSignal
}

/** Puts the operations on the wire, through openapi-fetch and whatever middleware is in it. */
export function createOperations(http: Client<paths>, context: Context): Operations {
  async function ask(
    operation: OperationId,
    call: Call,
    { customerId, productFamily, attributes }: ProductUpgradeRequest,
    post: (init: Init) => Promise<Reply>,
  ): Promise<Reply> {
    const { name, requestId, signal } = call
    // The ID of a create is for the create alone; looking around on its behalf takes others.
    const own = operation === 'createProductUpgrade' || (name !== 'create' && name !== 'ensure')
    const reply = await post({
      // A reference holds more than the service wants to know.
      body: defined({ customerId, productFamily, attributes }),
      headers: { ...call.headers, 'MS-RequestId': own ? requestId : crypto.randomUUID() },
      parseAs: 'stream',
      fetch: (request) => send(request, call, context),
      ...(signal && { signal }),
    })
    // Not by `error`: an empty body leaves that undefined.
    if (!reply.response.ok) throw toFault(operation, reply.response, reply.error, customerId, context.clock.now())
    return reply
  }

  async function read<T extends object>(operation: OperationId, { response }: Reply): Promise<T> {
    const body = parseObject<T>(await textOf(response))
    // The parser's own error would quote the body.
    if (!body) throw new ContractViolationError('The answer is no JSON object')
    context.validate?.(operation, body)
    return body
  }

  return {
    async checkEligibility(call, request) {
      const operation = 'checkProductUpgradeEligibility'
      return read(
        operation,
        await ask(operation, call, request, (init) => http.POST('/v1/productUpgrades/eligibility', init)),
      )
    },
    async create(call, request) {
      const { response } = await ask('createProductUpgrade', call, request, (init) =>
        http.POST('/v1/productUpgrades', init),
      )
      const upgradeId = parseLocation(response.headers.get('Location'))
      if (!upgradeId) throw new ContractViolationError('The Location of the upgrade is missing or names none')
      return upgradeId
    },
    async getStatus(call, upgrade) {
      const operation = 'getProductUpgradeStatus'
      const params = { path: { 'upgrade-id': upgrade.upgradeId } }
      return read(
        operation,
        await ask(operation, call, upgrade, (init) =>
          http.POST('/v1/productUpgrades/{upgrade-id}/status', { ...init, params }),
        ),
      )
    },
  }
}
