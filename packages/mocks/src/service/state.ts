import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import type { FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import { createInjections, type Injections } from '../injections/injections.ts'
import { createRandom, type Random } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'
import { type Behave, createBehaviour } from './behaviour.ts'
import { type CorrelationHeaders, createCorrelation } from './correlation.ts'
import { createCustomers } from './customers.ts'
import { createCustomersService } from './customers-service.ts'
import { generateCustomers } from './generated-customers.ts'
import { createIdempotencyStore } from './idempotency-store.ts'
import type { PartnerCenterMockOptions } from './options.ts'
import { createOverrides, type Overrides } from './overrides.ts'
import { createService } from './product-upgrades-service.ts'
import { createReject } from './rejection-answers.ts'
import { createSeedUpgrade } from './seed-upgrade.ts'
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
  const made =
    typeof options.customers === 'number' ? generateCustomers(options.customers, options.seed ?? 0) : undefined
  const customers = typeof options.customers === 'number' ? made?.customers : options.customers
  const directory = createCustomers(customers, faults)
  const customer = directory.find
  const partnerId = options.partnerId ?? random.guid()
  for (const seed of [...(made?.upgrades ?? []), ...(options.upgrades ?? [])])
    upgrades.add(createSeedUpgrade(seed, { clock, random, durations, customer }))
  const requests = createIdempotencyStore()
  const operations = Object.keys(contract.operations)
  const injections = createInjections({ operations, customers, faults }, random)
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
  return { random, injections, overrides, correlate, upgrades: show, behave }
}
