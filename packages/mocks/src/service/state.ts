import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import type { FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import type { Answer } from '../contract/answer.ts'
import type { HeaderRecord } from '../contract/headers.ts'
import type { IncomingMessage } from '../contract/message.ts'
import { createInjections, type Injections } from '../injections/injections.ts'
import { createRandom } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'
import { type Behave, createBehaviour, createComplete } from './behaviour.ts'
import { createCorrelation } from './correlation.ts'
import { type Customer, type CustomerDirectory, createCustomers } from './customers.ts'
import { createCustomersService } from './customers-service.ts'
import { type GeneratedCustomers, generateCustomers } from './generated-customers.ts'
import { createIdempotencyStore } from './idempotency-store.ts'
import type { PartnerCenterMockOptions } from './options.ts'
import { createOverrides, type Overrides } from './overrides.ts'
import { createService } from './product-upgrades-service.ts'
import { createReject, type Reject } from './rejection-answers.ts'
import { varyIds } from './response-variation.ts'
import { createSeedUpgrade, type SeedUpgrade } from './seed-upgrade.ts'
import { toStatusResource } from './status-resource.ts'
import { createThrottle } from './throttle.ts'
import { createUpgradeStore } from './upgrade-store.ts'

/** The parts of a mock that a reset recreates. */
export interface State {
  /** Faults injected by the test. */
  readonly injections: Injections
  /** Operations replaced by the test. */
  readonly overrides: Overrides
  /** Returns the headers that a response to a message has besides its own. */
  readonly headers: (message: IncomingMessage) => HeaderRecord
  /** Returns the response to a rejected request. */
  readonly reject: (...rejected: Parameters<Reject>) => Answer
  /** The partner's customers. */
  readonly customers: CustomerDirectory
  /** Replaces all customers with these, or with this many made up by the seed, some with past upgrades. */
  readonly setCustomers: (customers: number | readonly Customer[]) => void
  /** All upgrades as the status operation shows them. */
  readonly upgrades: () => readonly (ProductUpgradesStatus & { readonly customerId: string })[]
  /** Responds to a call. */
  readonly behave: Behave
}

/** The state that a mock's options describe. */
export function createState(options: PartnerCenterMockOptions<Clock>, clock: Clock, faults: FaultCatalogue): State {
  const { seed = 0, durations = {}, deduplicate = true, documentedOnly = false, varyResponses = false } = options
  const random = createRandom(seed)
  const upgrades = createUpgradeStore()
  const made = options.customers === undefined ? undefined : makeCustomers(options.customers, seed)
  const customers = createCustomers(made?.customers, faults)
  const partnerId = options.partnerId ?? random.guid()
  const requests = createIdempotencyStore()
  const reject = createReject(contract, faults)
  const parts = { clock, random, faults, reject, customers, upgrades, requests, partnerId, durations, deduplicate }
  const addUpgrades = (seeds: readonly SeedUpgrade[]) => {
    for (const upgrade of seeds) upgrades.add(createSeedUpgrade(upgrade, parts))
  }
  addUpgrades([...(made?.upgrades ?? []), ...(options.upgrades ?? [])])
  const operations = Object.keys(contract.operations)
  const injections = createInjections({ operations, customers, faults }, random)
  const overrides = createOverrides(operations)
  const throttle = createThrottle(options.throttling ?? [], clock)
  const service = { ...createService(parts), ...createCustomersService(parts) }
  const complete = createComplete(options, random)
  const correlate = createCorrelation(clock, random, options.echoIds ?? true)

  return {
    injections,
    overrides,
    customers,
    behave: createBehaviour({ injections, overrides, throttle, service, faults, clock, complete }),
    reject: (rejection, operation) => complete(operation?.id ?? 'no operation', reject(rejection, operation)),
    headers: (message) => {
      const ids = correlate(message)
      const headers = varyResponses ? varyIds(ids, random) : ids
      if (documentedOnly || message.header('validatemfa') !== 'true') return headers
      return { ...headers, isMfaCompliant: String(options.mfaCompliant ?? true) }
    },
    setCustomers: (wanted) => {
      const { customers: all, upgrades: past } = makeCustomers(wanted, seed)
      customers.set(all)
      // Made-up upgrades have the same IDs each time, so they replace themselves.
      addUpgrades(past)
    },
    upgrades: () =>
      [...upgrades.all()].map((upgrade) => ({
        customerId: upgrade.customerId,
        ...toStatusResource(upgrade, clock.now()),
      })),
  }
}

function makeCustomers(wanted: number | readonly Customer[], seed: string | number): GeneratedCustomers {
  return typeof wanted === 'number' ? generateCustomers(wanted, seed) : { customers: wanted, upgrades: [] }
}
