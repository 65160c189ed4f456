import type {
  ProductUpgradeRequest,
  ProductUpgradesEligibility,
  ProductUpgradesStatus,
  paths,
} from '@partner-upgrades/spec'
import createClient, { type Client } from 'openapi-fetch'
import { createTokenCache } from './auth/token-cache.ts'
import { createOnce } from './create/create-once.ts'
import type { Doubts } from './create/create-task.ts'
import { doubtOf, openEntry } from './create/open-entry.ts'
import { UpgradeFailedError } from './errors/errors.ts'
import type { CallOptions, CreateOptions, ProductUpgradesClientOptions } from './options/client-options.ts'
import type { PollOptions, PollResult, WaitOptions, WatchOptions } from './options/poll-options.ts'
import { toHeaders, toSettings } from './options/settings.ts'
import { assertInput, validateOptions, validateSubject } from './options/validate-input.ts'
import { outcomeOf } from './protocol/outcome.ts'
import type { UpgradeReference } from './protocol/upgrade-reference.ts'
import { callHook } from './telemetry/hooks.ts'
import { createCachingRequest } from './transport/body-text-cache.ts'
import { type Call, runCall, shareDetails, toAborted } from './transport/call.ts'
import type { Context } from './transport/context.ts'
import { createRateLimiter, createRequestGate } from './transport/limiters.ts'
import { sendWithRetry } from './transport/send-with-retry.ts'
import { createOperations, operationOf } from './upgrade/operations.ts'
import { toPollResult, watch, withDeadline } from './upgrade/watch.ts'
import { defined } from './values/json.ts'

/** A client for the product upgrades of a partner's customers. Its methods do not depend on `this`. */
export interface ProductUpgradesClient {
  /** The base URL of the service, as in the references to its upgrades. */
  readonly baseUrl: string
  /** How long the client looks for the upgrade of a create with an unknown outcome before it sends the create again, in milliseconds. */
  readonly settleFor: number
  /**
   * Checks whether a customer can be upgraded; if not, the result says why, or names the upgrade that is in place.
   *
   * @throws TypeError for invalid input, before anything is sent.
   * @throws FaultError, AuthenticationError, ConnectionError, RequestTimeoutError, RequestAbortedError or ContractViolationError.
   * @see https://learn.microsoft.com/partner-center/developer/get-eligibility-for-product-upgrade
   */
  checkEligibility(request: ProductUpgradeRequest, options?: CallOptions): Promise<ProductUpgradesEligibility>
  /**
   * Creates an upgrade, and never a second one: after an attempt without a clear answer, it first looks for the upgrade.
   * Each call creates another upgrade, unless it repeats the `requestId` of the last one: then it returns that upgrade. Use `ensure`
   * if the customer may already have an upgrade.
   *
   * @returns a reference in plain JSON: all you need to follow the upgrade, now or from another process.
   * @throws OutcomeUnknownError if it is unknown whether there is an upgrade.
   * @throws TypeError for invalid input, before anything is sent.
   * @throws FaultError, AuthenticationError, ConnectionError, RequestTimeoutError, RequestAbortedError: no upgrade was created.
   * @example
   * const requestId = crypto.randomUUID()
   * await store(requestId)
   * const upgrade = await upgrades.create({ customerId, productFamily: 'Azure' }, { requestId })
   * @see https://learn.microsoft.com/partner-center/developer/create-product-upgrade-entity
   */
  create(request: ProductUpgradeRequest, options?: CreateOptions): Promise<UpgradeReference>
  /**
   * Finds the customer's upgrade, or creates it. Call it after a crash, with the same `requestId`.
   *
   * @returns a reference in plain JSON.
   * @throws as {@link ProductUpgradesClient.create} does.
   * @see https://learn.microsoft.com/partner-center/developer/create-product-upgrade-entity
   */
  ensure(request: ProductUpgradeRequest, options?: CreateOptions): Promise<UpgradeReference>
  /**
   * Gets the status of an upgrade immediately. To follow an upgrade, use `poll`, `watch` or `waitForCompletion`: they share a rate limit.
   *
   * @throws as {@link ProductUpgradesClient.checkEligibility} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-product-upgrade-status
   */
  getStatus(upgrade: UpgradeReference, options?: CallOptions): Promise<ProductUpgradesStatus>
  /**
   * Polls an upgrade once, within the rate limit of polls, and says when to poll again: one step of a job queue.
   *
   * @throws as {@link ProductUpgradesClient.checkEligibility} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-product-upgrade-status
   */
  poll(upgrade: UpgradeReference, options?: PollOptions): Promise<PollResult>
  /**
   * Polls an upgrade until it ends, and yields each status that differs from the one before.
   *
   * @throws WaitDeadlineError when the deadline passes first.
   * @throws as {@link ProductUpgradesClient.checkEligibility} does, if several polls in a row fail.
   * @see https://learn.microsoft.com/partner-center/developer/get-product-upgrade-status
   */
  watch(upgrade: UpgradeReference, options?: WatchOptions): AsyncGenerator<ProductUpgradesStatus, void, undefined>
  /**
   * Waits until an upgrade has completed.
   *
   * @throws UpgradeFailedError if it fails, wholly or in part.
   * @throws as {@link ProductUpgradesClient.watch} does.
   * @see https://learn.microsoft.com/partner-center/developer/get-product-upgrade-status
   */
  waitForCompletion(upgrade: UpgradeReference, options?: WaitOptions): Promise<ProductUpgradesStatus>
  /**
   * The underlying openapi-fetch client, with the same credentials, IDs, limits and retries. Its middleware sees all requests of this client.
   *
   * @see https://openapi-ts.dev/openapi-fetch/
   */
  readonly http: Client<paths>
}

/**
 * Creates a client. It holds nothing open, so there is nothing to close.
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
    gate: settings.gate ?? createRequestGate(clock, maxInFlight),
  }
  const polls = createRateLimiter(clock, pollsPerMinute)
  const doubts: Doubts = new Map()
  const http = createClient<paths>({
    baseUrl,
    headers: toHeaders(settings),
    Request: createCachingRequest(),
    fetch: (request) => {
      const { signal, headers } = request
      const header = (name: string): string | undefined => headers.get(name) ?? undefined
      const given = defined({ signal, requestId: header('MS-RequestId'), correlationId: header('MS-CorrelationId') })
      return runCall(settings, 'http', {}, given, (call) => sendWithRetry(operationOf(request), request, call, context))
    },
  })
  const operations = createOperations(http, context)

  const creator =
    (name: 'create' | 'ensure'): ProductUpgradesClient['create'] =>
    async (request, { completeWithin, accepted = false, earlier, lookOnce = false, ...given } = {}) => {
      validateSubject({ ...request, completeWithin }, 'customerId', 'productFamily')
      validateOptions(given)
      const { customerId, productFamily } = request
      const subject = { baseUrl, customerId, productFamily }
      const entry = await openEntry(settings, subject, given)
      try {
        // An accepted create is never sent again, neither by `create` nor by `ensure`.
        const adopt = accepted || name === 'ensure'
        const inDoubt = doubtOf(entry, adopt ? given.requestId : undefined, accepted)
        const options = { ...given, ...(inDoubt && { requestId: inDoubt.requestId }) }
        return await runCall(settings, name, request, options, async (call) => {
          const task = { call, request, operations, settings, entry, doubts, adopt, inDoubt, lookOnce }
          const upgradeId = await createOnce({ ...task, earlier: inDoubt ? inDoubt.earlier : earlier })
          return withDeadline({ upgradeId, customerId, productFamily, baseUrl }, completeWithin, settings)
        })
      } finally {
        await entry.close()
      }
    }

  function checkReference(upgrade: UpgradeReference, lastDelay?: number): void {
    validateSubject({ ...upgrade, lastDelay }, 'customerId', 'productFamily', 'upgradeId')
    assertInput(upgrade.baseUrl === baseUrl, 'baseUrl of the upgrade', "the client's")
  }

  const client: ProductUpgradesClient = {
    baseUrl,
    settleFor: settings.settleFor,
    http,
    create: creator('create'),
    ensure: creator('ensure'),
    async checkEligibility(request, given = {}) {
      validateSubject(request, 'customerId', 'productFamily')
      return runCall(settings, 'checkEligibility', request, given, (call) => operations.checkEligibility(call, request))
    },
    async getStatus(upgrade, given = {}) {
      checkReference(upgrade)
      return runCall(settings, 'getStatus', upgrade, given, (call) => operations.getStatus(call, upgrade))
    },
    async poll(upgrade, { lastDelay, ...given } = {}) {
      checkReference(upgrade, lastDelay)
      const look = async (call: Call): Promise<PollResult> =>
        toPollResult(await operations.getStatus(call, upgrade), upgrade, lastDelay, settings)
      const { signal } = given
      // Before the call starts, so that waiting for the rate limit does not count against its time.
      await polls.enter(signal).catch((error: unknown) => {
        throw toAborted(error, signal)
      })
      const result = await runCall(settings, 'poll', upgrade, given, look)
      shareDetails(result, result.status)
      return result
    },
    watch: (upgrade, given = {}) => watch(client.poll, settings, upgrade, given),
    async waitForCompletion(upgrade, { onProgress, ...given } = {}) {
      for await (const status of client.watch(upgrade, given)) {
        callHook(onProgress, status)
        const outcome = outcomeOf(status)
        if (outcome === 'completed') return status
        if (outcome !== 'running') throw new UpgradeFailedError(`The upgrade ${outcome}`, { outcome, status, upgrade })
      }
      throw new Error('Watching ends only with the upgrade')
    },
  }
  return client
}
