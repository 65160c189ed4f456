import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { toFetch } from '../adapters/fetch.ts'
import { type Handle, toHandle } from '../adapters/handle.ts'
import { type ContractMock, createContractMock } from '../contract/contract-mock.ts'
import type { InjectedFault } from '../faults/injected-fault.ts'
import type { Aim, Injection } from '../faults/injections.ts'
import { type Clock, createClock, type MockClock } from '../time/clock.ts'
import { refuseInferred } from './behaviour.ts'
import { type AssertOptions, createBreaches } from './breaches.ts'
import { checkOptions } from './check-options.ts'
import { createFaults } from './faults.ts'
import { createJournal, type JournalEntry } from './journal.ts'
import type { PartnerCenterMockOptions } from './options.ts'
import type { OverrideMap } from './override-types.ts'
import { createReject } from './rejections.ts'
import { createState } from './state.ts'
import { createAcceptToken } from './tokens.ts'
import { forgetIds, makeUnkind } from './unkind.ts'

/** A Partner Center that lives in this process. */
export interface PartnerCenterMock<C extends Clock = MockClock> extends ContractMock {
  /** Answers a request; undefined for one outside the contract or its base URLs. */
  readonly handle: Handle
  /** Answers like the global `fetch`, without a network; the origin of a URL does not matter. */
  readonly fetch: typeof globalThis.fetch
  readonly clock: C
  /** What was asked and answered, oldest first. */
  readonly requests: readonly JournalEntry[]
  /** The upgrades there are, as their status would show them now, each with its customer. */
  snapshot(): MockSnapshot
  /**
   * Lets something go wrong: the next call the contract allows, or those aimed at.
   *
   * @throws MockUsageError if the aim names something that does not exist.
   */
  inject(fault: InjectedFault, aim?: Aim): Injection
  /**
   * Puts behaviours of your own in the place of the operations', until the function returned is called. What they answer
   * is checked against the contract like any other answer.
   *
   * @throws MockUsageError if there is no such operation.
   * @example
   * partnerCenter.override({
   *   checkProductUpgradeEligibility: ({ body }) => ({
   *     status: 200,
   *     body: { ...body, isEligible: false, reason: 'Not today.' },
   *   }),
   * })
   */
  override(overrides: OverrideMap): () => void
  /**
   * Throws if a request was turned away or aimed beside the contract, or an answer would have broken it, since the start or
   * the last reset. Faults of the service, and injected ones, are within the contract.
   *
   * @throws ContractBreached naming each.
   */
  assertContract(options?: AssertOptions): void
  /**
   * Forgets all that happened, and takes out what was injected or overridden: customers, upgrades and randomness are as at the start.
   * The clock keeps its time.
   */
  reset(): void
}

/** The state of a mock at one time, fit for JSON. */
export interface MockSnapshot {
  /** The time by the mock's clock. */
  readonly now: string
  readonly upgrades: readonly (ProductUpgradesStatus & { readonly customerId: string })[]
  readonly requests: readonly JournalEntry[]
}

/**
 * Starts a mock Partner Center: the contract layer answers what the contract alone can, a simulated service the rest.
 *
 * @throws MockUsageError if an option names something that does not exist.
 * @example
 * const partnerCenter = createPartnerCenterMock()
 * const response = await partnerCenter.fetch(url, { method: 'POST', headers, body })
 */
export function createPartnerCenterMock<C extends Clock = MockClock>(
  options: PartnerCenterMockOptions<C> & { readonly clock: C },
): PartnerCenterMock<C>
export function createPartnerCenterMock(options?: PartnerCenterMockOptions<MockClock>): PartnerCenterMock
export function createPartnerCenterMock(options: PartnerCenterMockOptions<Clock> = {}): PartnerCenterMock<Clock> {
  const { clock = createClock(), unkind = false, documentedOnly = false, mfaCompliant = true } = options
  checkOptions(options, Object.keys(contract.operations))
  const faults = createFaults(contract)
  const reject = createReject(contract, faults)
  const breaches = createBreaches()
  const journal = createJournal(options.journalLimit ?? 1_000)
  let state = createState(options, clock, faults)

  const mock = createContractMock({
    contract,
    baseUrls: options.baseUrls ?? [],
    resolve: (call) => state.behave(call),
    reject: (rejection, operation) => {
      const answer = reject(rejection, operation)
      refuseInferred(operation?.id ?? 'no operation', answer, documentedOnly)
      return unkind ? makeUnkind(answer, state.random) : answer
    },
    accept: createAcceptToken(options.tokens, clock, faults),
    headers: (message) => {
      const ids = state.correlate(message)
      const headers = unkind ? forgetIds(ids, state.random) : ids
      if (documentedOnly || message.header('validatemfa') !== 'true') return headers
      return { ...headers, isMfaCompliant: String(mfaCompliant) }
    },
    observe: (observation) => {
      journal.record(observation, clock.now())
      breaches.observe(observation)
    },
    fail: breaches.fail,
    miss: breaches.miss,
  })

  return {
    ...mock,
    handle: toHandle(mock),
    fetch: toFetch(mock),
    clock,
    get requests() {
      return journal.entries
    },
    snapshot: () => ({
      now: new Date(clock.now()).toISOString(),
      upgrades: state.upgrades(),
      requests: journal.entries,
    }),
    inject: (fault, aim) => state.injections.inject(fault, aim),
    assertContract: breaches.assert,
    override: (overrides) => state.overrides.add(overrides),
    reset: () => {
      journal.clear()
      breaches.clear()
      state = createState(options, clock, faults)
    },
  }
}
