import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { toFetch } from '../adapters/fetch.ts'
import { type Handle, toHandle } from '../adapters/handle.ts'
import { createFaultCatalogue } from '../catalogue/fault-catalogue.ts'
import { type ContractMock, createContractMock } from '../contract/contract-mock.ts'
import type { InjectedFault } from '../injections/injected-fault.ts'
import type { Injection, InjectionOptions } from '../injections/injections.ts'
import { checkCustomers } from '../service/check-customers.ts'
import { checkOptions } from '../service/check-options.ts'
import type { Customer } from '../service/customers.ts'
import { createJournal, type JournalEntry } from '../service/journal.ts'
import type { PartnerCenterMockOptions } from '../service/options.ts'
import type { OverrideMap } from '../service/override-types.ts'
import { createState } from '../service/state.ts'
import { createAcceptToken } from '../service/tokens.ts'
import { type AssertOptions, createViolationLog } from '../service/violation-log.ts'
import { type Clock, createClock, type MockClock } from '../time/clock.ts'

/** A Partner Center that lives in this process. */
export interface PartnerCenterMock<C extends Clock = MockClock> extends ContractMock {
  /** Responds to a request; undefined for one outside the contract or its base URLs. */
  readonly handle: Handle
  /** Works like the global `fetch`, without a network; the origin of a URL does not matter. */
  readonly fetch: typeof globalThis.fetch
  /** The clock that was passed in, or one that stands still until you advance it. */
  readonly clock: C
  /** The requests so far with their responses, oldest first. */
  readonly requests: readonly JournalEntry[]
  /** The state of the mock: its customers, upgrades and requests. */
  snapshot(): MockSnapshot
  /**
   * Injects a fault into the next valid call, or into those that the options select.
   *
   * @throws MockUsageError if an option is invalid or names something that does not exist.
   */
  inject(fault: InjectedFault, aim?: InjectionOptions): Injection
  /**
   * Adds customers; a customer with an existing ID replaces the previous one.
   *
   * @throws MockUsageError if a customer is invalid.
   */
  addCustomers(customers: readonly Customer[]): void
  /**
   * Replaces all customers with these, or with this many made up by the seed. Existing upgrades stay.
   *
   * @throws MockUsageError if a customer is invalid.
   */
  setCustomers(customers: number | readonly Customer[]): void
  /**
   * Replaces the behaviour of operations until the returned function is called. Their responses
   * are checked against the contract like any other.
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
   * Throws if, since the start or the last reset, a request was rejected or outside the contract, or a response would have
   * violated it. Faults of the service and injected faults do not count.
   *
   * @throws ContractAssertionError listing each violation.
   */
  assertContract(options?: AssertOptions): void
  /**
   * Restores the customers, upgrades and randomness of the start, and removes all recorded requests, injected faults and overrides.
   * The clock keeps its time.
   */
  reset(): void
}

/** The state of a mock at one time, ready for JSON. */
export interface MockSnapshot {
  /** The time by the mock's clock. */
  readonly now: string
  /** The customers that are listed. */
  readonly customers: readonly Customer[]
  /** Every upgrade as its status operation would show it now, with its customer. */
  readonly upgrades: readonly (ProductUpgradesStatus & { readonly customerId: string })[]
  /** The request journal, oldest first. */
  readonly requests: readonly JournalEntry[]
}

/**
 * Creates a mock Partner Center.
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
  const { clock = createClock() } = options
  checkOptions(options, Object.keys(contract.operations))
  const faults = createFaultCatalogue(contract)
  const violations = createViolationLog()
  const journal = createJournal(options.journalLimit ?? 1_000)
  let state = createState(options, clock, faults)

  const mock = createContractMock({
    contract,
    baseUrls: options.baseUrls ?? [],
    resolve: (call) => state.behave(call),
    reject: (rejection, operation) => state.reject(rejection, operation),
    accept: createAcceptToken(options.tokens, clock, faults),
    headers: (message) => state.headers(message),
    observe: (observation) => {
      journal.record(observation, clock.now())
      violations.observe(observation)
    },
    fail: violations.fail,
    miss: violations.miss,
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
      customers: state.customers.all,
      upgrades: state.upgrades(),
      requests: journal.entries,
    }),
    inject: (fault, aim) => state.injections.inject(fault, aim),
    addCustomers: (customers) => {
      checkCustomers(customers)
      state.customers.add(customers)
    },
    setCustomers: (customers) => {
      checkCustomers(customers)
      state.setCustomers(customers)
    },
    assertContract: violations.assert,
    override: (overrides) => state.overrides.add(overrides),
    reset: () => {
      journal.clear()
      violations.clear()
      state = createState(options, clock, faults)
    },
  }
}
