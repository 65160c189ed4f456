import type {
  ProductUpgradeRequest,
  ProductUpgradesEligibility,
  ProductUpgradesStatus,
  paths,
} from '@partner-upgrades/spec'
import createClient, { type Client } from 'openapi-fetch'
import { rememberingRequest } from './bodies.ts'
import { type Call, runCall, shareDetails, toAborted } from './call.ts'
import { check, checkSubject } from './check.ts'
import type { Context } from './context.ts'
import { createOnce } from './create.ts'
import { createTokenCache } from './credential.ts'
import { UpgradeFailedError } from './errors.ts'
import type { PollOptions, PollResult, WaitOptions, WatchOptions } from './follow.ts'
import { createBudget, createGate } from './gate.ts'
import { tell } from './hooks.ts'
import { defined } from './json.ts'
import { createOperations } from './operations.ts'
import type { CallOptions, CreateOptions, ProductUpgradesClientOptions } from './options.ts'
import { outcomeOf } from './outcome.ts'
import type { UpgradeReference } from './reference.ts'
import { send } from './send.ts'
import { toHeaders, toSettings } from './settings.ts'
import { hasten, judge, watch } from './watch.ts'

/** A client for the product upgrades of one partner's customers. All its methods can be used apart from it. */
export interface ProductUpgradesClient {
  /** The service that is called, as the references to its upgrades name it. */
  readonly baseUrl: string
  /**
   * Tells whether a customer can be upgraded; if not, why, or by which upgrade it is being upgraded already.
   *
   * @throws TypeError for input that cannot be right, before anything is sent.
   * @throws FaultError, AuthenticationError, ConnectionError, RequestTimeoutError, RequestAbortedError or ContractViolationError.
   * @see https://learn.microsoft.com/partner-center/developer/get-eligibility-for-product-upgrade
   */
  checkEligibility(request: ProductUpgradeRequest, options?: CallOptions): Promise<ProductUpgradesEligibility>
  /**
   * Creates an upgrade, and never a second one: after an attempt without a clear answer, it first finds out whether the upgrade is there.
   *
   * @returns a reference in plain JSON: all that is needed to follow the upgrade, now or from another process.
   * @throws OutcomeUnknownError if it could not find out.
   * @throws TypeError for input that cannot be right, before anything is sent.
   * @throws FaultError, AuthenticationError, ConnectionError, RequestTimeoutError, RequestAbortedError: there is no new upgrade.
   * @example
   * const requestId = crypto.randomUUID()
   * await store(requestId)
   * const upgrade = await upgrades.create({ customerId, productFamily: 'Azure' }, { requestId })
   * @see https://learn.microsoft.com/partner-center/developer/create-product-upgrade-entity
   */
  create(request: ProductUpgradeRequest, options?: CreateOptions): Promise<UpgradeReference>
  /**
   * Finds the upgrade a customer has already, or creates it: what to call after a crash, with the same `requestId`.
   *
   * @returns a reference in plain JSON.
   * @throws as {@link ProductUpgradesClient.create} does.
   * @see https://learn.microsoft.com/partner-center/developer/create-product-upgrade-entity
   */
  ensure(request: ProductUpgradeRequest, options?: CreateOptions): Promise<UpgradeReference>
  /**
   * Gets the status of an upgrade, at once. To follow an upgrade, use `poll`, `watch` or `waitForCompletion`: they share a budget.
   *
   * @throws as {@link ProductUpgradesClient.checkEligibility} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-product-upgrade-status
   */
  getStatus(upgrade: UpgradeReference, options?: CallOptions): Promise<ProductUpgradesStatus>
  /**
   * Looks at an upgrade once, when the budget of polls allows, and says how it stands and when to look again: one step of a job queue.
   *
   * @throws as {@link ProductUpgradesClient.checkEligibility} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-product-upgrade-status
   */
  poll(upgrade: UpgradeReference, options?: PollOptions): Promise<PollResult>
  /**
   * Watches an upgrade until it ends, well or not, and yields each status that differs from the one before.
   *
   * @throws WaitDeadlineError when the deadline passes first.
   * @throws as {@link ProductUpgradesClient.checkEligibility} does, if several looks in a row fail.
   * @see https://learn.microsoft.com/partner-center/developer/get-product-upgrade-status
   */
  watch(upgrade: UpgradeReference, options?: WatchOptions): AsyncGenerator<ProductUpgradesStatus, void, undefined>
  /**
   * Waits until an upgrade has completed.
   *
   * @throws UpgradeFailedError if it ends in any other way.
   * @throws as {@link ProductUpgradesClient.watch} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-product-upgrade-status
   */
  waitForCompletion(upgrade: UpgradeReference, options?: WaitOptions): Promise<ProductUpgradesStatus>
  /**
   * The typed openapi-fetch client beneath, with the same credentials, IDs, gate and retries. Its middleware sees all requests of this client.
   *
   * @see https://openapi-ts.dev/openapi-fetch/
   */
  readonly http: Client<paths>
}

/**
 * Makes a client. It starts nothing and holds nothing open: there is nothing to close.
 *
 * @throws TypeError naming the option that is wrong.
 * @example
 * const upgrades = createProductUpgradesClient({ credential: getToken })
 * const { isEligible } = await upgrades.checkEligibility({ customerId, productFamily: 'Azure' })
 */
export function createProductUpgradesClient(options: ProductUpgradesClientOptions): ProductUpgradesClient {
  const settings = toSettings(options)
  const { clock, baseUrl, credential, scope, maxInFlight, pollsPerMinute } = settings
  const context: Context = {
    ...settings,
    tokens: createTokenCache(credential, scope, clock),
    gate: createGate(clock, maxInFlight),
  }
  const polls = createBudget(clock, pollsPerMinute)
  const http = createClient<paths>({
    baseUrl,
    headers: toHeaders(settings),
    Request: rememberingRequest(),
    fetch: (request) => {
      const { signal, headers } = request
      const [requestId, correlationId] = ['MS-RequestId', 'MS-CorrelationId'].map(
        (name) => headers.get(name) ?? undefined,
      )
      const given = defined({ signal, requestId, correlationId })
      return runCall(settings, 'http', {}, given, (call) => send(request, call, context))
    },
  })
  const operations = createOperations(http, context)

  const creator =
    (name: 'create' | 'ensure'): ProductUpgradesClient['create'] =>
    async (request, { completeWithin, ...given } = {}) => {
      checkSubject({ ...request, completeWithin }, 'customerId', 'productFamily')
      const { customerId, productFamily } = request
      return runCall(settings, name, request, given, async (call) => {
        const upgradeId = await createOnce(call, request, operations, settings, name === 'ensure')
        return hasten({ upgradeId, customerId, productFamily, baseUrl }, completeWithin, settings)
      })
    }

  function checkReference(upgrade: UpgradeReference, lastDelay?: number): void {
    checkSubject({ ...upgrade, lastDelay }, 'customerId', 'productFamily', 'upgradeId')
    check(upgrade.baseUrl === baseUrl, 'baseUrl of the upgrade', "the client's")
  }

  const client: ProductUpgradesClient = {
    baseUrl,
    http,
    create: creator('create'),
    ensure: creator('ensure'),
    async checkEligibility(request, given = {}) {
      checkSubject(request, 'customerId', 'productFamily')
      return runCall(settings, 'checkEligibility', request, given, (call) => operations.checkEligibility(call, request))
    },
    async getStatus(upgrade, given = {}) {
      checkReference(upgrade)
      return runCall(settings, 'getStatus', upgrade, given, (call) => operations.getStatus(call, upgrade))
    },
    async poll(upgrade, { lastDelay, ...given } = {}) {
      checkReference(upgrade, lastDelay)
      const look = async (call: Call): Promise<PollResult> =>
        judge(await operations.getStatus(call, upgrade), upgrade, lastDelay, settings)
      const { signal } = given
      // Before the call, so that waiting for a turn does not count as a part of it.
      await polls.wait(signal).catch((error: unknown) => {
        throw toAborted(error, signal)
      })
      const result = await runCall(settings, 'poll', upgrade, given, look)
      shareDetails(result, result.status)
      return result
    },
    watch: (upgrade, given = {}) => watch(client.poll, settings, upgrade, given),
    async waitForCompletion(upgrade, { onProgress, ...given } = {}) {
      for await (const status of client.watch(upgrade, given)) {
        tell(onProgress, status)
        const outcome = outcomeOf(status)
        if (outcome === 'completed') return status
        if (outcome !== 'running') throw new UpgradeFailedError(`The upgrade ${outcome}`, { outcome, status, upgrade })
      }
      throw new Error('Watching ends only with the upgrade')
    },
  }
  return client
}
