import type {
  OperationId,
  ProductUpgradeRequest,
  ProductUpgradesEligibility,
  ProductUpgradesStatus,
  paths,
} from '@partner-upgrades/spec'
import type { Client } from 'openapi-fetch'
import { ContractViolationError, type PartnerCenterError } from '../errors/errors.ts'
import { toFault, toForeignAnswerError } from '../errors/fault.ts'
import { isFromPartnerCenter } from '../protocol/effect.ts'
import { parseLocation } from '../protocol/location.ts'
import type { UpgradeReference } from '../protocol/upgrade-reference.ts'
import { cachedText, textOf } from '../transport/body-text-cache.ts'
import type { Call } from '../transport/call.ts'
import type { Context } from '../transport/context.ts'
import { sendWithRetry } from '../transport/send-with-retry.ts'
import { toText } from '../values/display-text.ts'
import { defined, parseObject } from '../values/json.ts'

/** The operations of the service. Each returns the parsed answer, or throws the error that the answer amounts to. */
export interface Operations {
  /** Asks whether a customer can be upgraded. */
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

/** The operation that a URL belongs to, for requests made through openapi-fetch alone. All are POST: the verb decides nothing. */
export function operationOf(url: string): OperationId {
  if (/\/productUpgrades\/eligibility\/?$/i.test(url)) return 'checkProductUpgradeEligibility'
  return /\/productUpgrades\/[^/]+\/status\/?$/i.test(url) ? 'getProductUpgradeStatus' : 'createProductUpgrade'
}

/** What is in the place of a JSON object. The parser's own error would quote it. */
function notJson(operation: OperationId, { status, headers }: Response, text: string): PartnerCenterError {
  const foreign = /^\s*</.test(text.slice(0, 1_000)) && !isFromPartnerCenter({ status, headers, text, body: undefined })
  return foreign
    ? toForeignAnswerError(operation, status, headers)
    : new ContractViolationError('The answer is not a JSON object')
}

/** An answer from openapi-fetch. */
interface Reply {
  readonly error?: unknown
  readonly response: Response
}

/** The options of a request through openapi-fetch. */
type Init = {
  readonly body: ProductUpgradeRequest
  readonly headers: Record<string, string>
  readonly parseAs: 'stream'
  readonly fetch: (request: Request) => Promise<Response>
  readonly signal?: AbortSignal
}

/** Creates the operations, on openapi-fetch and its middleware. */
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
      fetch: (request) => sendWithRetry(operation, request, call, context),
      ...(signal && { signal }),
    })
    // Not by `error`: an empty body leaves that undefined.
    if (!reply.response.ok) {
      // A middleware may have put another response in its place, which openapi-fetch has read.
      const text = cachedText(reply.response) ?? toText(reply.error) ?? ''
      throw toFault(operation, reply.response, text, customerId, context.clock.now())
    }
    return reply
  }

  async function read<T extends object>(operation: OperationId, { response }: Reply): Promise<T> {
    const text = await textOf(response)
    const body = parseObject<T>(text)
    if (!body) throw notJson(operation, response, text)
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
      if (!upgradeId) throw new ContractViolationError('The Location header is missing or names no upgrade')
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
