import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { createInjections, type Injections } from '../faults/injections.ts'
import { createRandom, type Random } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'
import { type Behave, createBehaviour } from './behaviour.ts'
import { type CorrelationHeaders, createCorrelation } from './correlation.ts'
import { createCustomers } from './customers.ts'
import type { Faults } from './faults.ts'
import type { PartnerCenterMockOptions } from './options.ts'
import { createOverrides, type Overrides } from './overrides.ts'
import { createRequestMemory } from './request-memory.ts'
import { plantUpgrade } from './seed-upgrade.ts'
import { createService } from './service.ts'
import { toStatusResource } from './status-resource.ts'
import { createThrottle } from './throttle.ts'
import { createUpgradeStore } from './upgrade-store.ts'

/** All of a mock that a reset starts anew. */
export interface State {
  readonly random: Random
  readonly injections: Injections
  readonly overrides: Overrides
  readonly correlate: CorrelationHeaders
  /** All upgrades as their status shows them. */
  readonly upgrades: () => readonly (ProductUpgradesStatus & { readonly customerId: string })[]
  readonly behave: Behave
}

/** The state that a mock's options describe. */
export function createState(options: PartnerCenterMockOptions<Clock>, clock: Clock, faults: Faults): State {
  const { customers, durations = {}, deduplicate = true, documentedOnly = false, unkind = false } = options
  const random = createRandom(options.seed ?? 0)
  const upgrades = createUpgradeStore()
  const customer = createCustomers(customers, faults)
  const partnerId = options.partnerId ?? random.guid()
  for (const seed of options.upgrades ?? []) upgrades.add(plantUpgrade(seed, { clock, random, durations, customer }))
  const requests = createRequestMemory()
  const operations = Object.keys(contract.operations)
  const injections = createInjections({ operations, customers, faults }, random)
  const overrides = createOverrides(operations)
  const service = createService({
    clock,
    random,
    faults,
    customer,
    upgrades,
    requests,
    partnerId,
    durations,
    deduplicate,
  })
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
    unkind,
  })
  const correlate = createCorrelation(clock, random, options.echoIds ?? true)
  const show = () =>
    [...upgrades.all()].map((upgrade) => ({
      customerId: upgrade.customerId,
      ...toStatusResource(upgrade, clock.now()),
    }))
  return { random, injections, overrides, correlate, upgrades: show, behave }
}
