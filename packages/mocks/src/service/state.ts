import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import type { FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import { createInjections, type Injections } from '../injections/injections.ts'
import { createRandom, type Random } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'
import { type Behave, createBehaviour } from './behaviour.ts'
import { type CorrelationHeaders, createCorrelation } from './correlation.ts'
import { type Customer, type CustomerDirectory, createCustomers } from './customers.ts'
import { createCustomersService } from './customers-service.ts'
import { type GeneratedCustomers, generateCustomers } from './generated-customers.ts'
import { createIdempotencyStore } from './idempotency-store.ts'
import type { PartnerCenterMockOptions } from './options.ts'
import { createOverrides, type Overrides } from './overrides.ts'
import { createService } from './product-upgrades-service.ts'
import { createReject } from './rejection-answers.ts'
import { createSeedUpgrade, type SeedUpgrade } from './seed-upgrade.ts'
import { toStatusResource } from './status-resource.ts'
import { createThrottle } from './throttle.ts'
import { createUpgradeStore } from './upgrade-store.ts'

/** All of a mock that a reset starts anew. */
export interface State {
  /** Randomness drawn from the seed. */
  readonly random: Random
  /** Faults injected by the test. */
  readonly injections: Injections
  /** Operations replaced by the test. */
  readonly overrides: Overrides
  /** Makes the correlation headers of a response. */
  readonly correlate: CorrelationHeaders
  /** The partner's customers. */
  readonly customers: CustomerDirectory
  /** Has these customers alone, or as many made up by the seed, with the upgrades that some of those have behind them. */
  readonly setCustomers: (customers: number | readonly Customer[]) => void
  /** All upgrades as their status shows them. */
  readonly upgrades: () => readonly (ProductUpgradesStatus & { readonly customerId: string })[]
  /** Answers a call. */
  readonly behave: Behave
}

/** The state that a mock's options describe. */
export function createState(options: PartnerCenterMockOptions<Clock>, clock: Clock, faults: FaultCatalogue): State {
  const { durations = {}, deduplicate = true, documentedOnly = false, varyResponses = false } = options
  const random = createRandom(options.seed ?? 0)
  const upgrades = createUpgradeStore()
  const made = makeCustomers(options.customers, options.seed)
  const directory = createCustomers(made?.customers, faults)
  const customer = directory.find
  const partnerId = options.partnerId ?? random.guid()
  const addUpgrades = (seeds: readonly SeedUpgrade[]) => {
    for (const seed of seeds) upgrades.add(createSeedUpgrade(seed, { clock, random, durations, customer }))
  }
  addUpgrades([...(made?.upgrades ?? []), ...(options.upgrades ?? [])])
  const requests = createIdempotencyStore()
  const operations = Object.keys(contract.operations)
  const injections = createInjections({ operations, customers: directory, faults }, random)
  const overrides = createOverrides(operations)
  const shared = { clock, faults, upgrades, partnerId }
  const reject = createReject(contract, faults)
  const service = {
    ...createService({ ...shared, random, customer, requests, durations, deduplicate }),
    ...createCustomersService({ ...shared, reject, customers: directory }),
  }
  const throttle = createThrottle(options.throttling ?? [], clock)
  const behave = createBehaviour({
    injections,
    overrides,
    throttle,
    service,
    faults,
    clock,
    random,
    documentedOnly,
    varyResponses,
  })
  const correlate = createCorrelation(clock, random, options.echoIds ?? true)
  const show = () =>
    [...upgrades.all()].map((upgrade) => ({
      customerId: upgrade.customerId,
      ...toStatusResource(upgrade, clock.now()),
    }))
  const setCustomers = (wanted: number | readonly Customer[]) => {
    const { customers, upgrades: past } = makeCustomers(wanted, options.seed)
    directory.set(customers)
    // The same number makes up the same customers, with the same upgrades.
    addUpgrades(past.filter(({ id }) => id === undefined || upgrades.byId(id) === undefined))
  }
  return { random, injections, overrides, correlate, customers: directory, setCustomers, upgrades: show, behave }
}

function makeCustomers(wanted: number | readonly Customer[], seed?: string | number): GeneratedCustomers
function makeCustomers(
  wanted: PartnerCenterMockOptions<Clock>['customers'],
  seed?: string | number,
): GeneratedCustomers | undefined
function makeCustomers(
  wanted: PartnerCenterMockOptions<Clock>['customers'],
  seed: string | number = 0,
): GeneratedCustomers | undefined {
  if (typeof wanted === 'number') return generateCustomers(wanted, seed)
  return wanted && { customers: wanted, upgrades: [] }
}
