import type { FaultAnswer, FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import type { Call } from '../contract/validate-request.ts'
import { customerOfCall } from '../customers/customer-of-call.ts'
import type { Random } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'
import type { Customer, CustomerDirectory } from './customers.ts'
import type { IdempotencyStore } from './idempotency-store.ts'
import type { Reject } from './rejection-answers.ts'
import type { Durations } from './upgrade.ts'
import type { UpgradeStore } from './upgrade-store.ts'

/** The state of the simulated service, and the parts that it uses. */
export interface ServiceParts {
  /** The clock by which upgrades progress. */
  readonly clock: Clock
  /** The source of the IDs of new upgrades. */
  readonly random: Random
  /** The fault catalogue. */
  readonly faults: FaultCatalogue
  /** Returns the fault for a rejected request. */
  readonly reject: Reject
  /** The partner's customers. */
  readonly customers: CustomerDirectory
  /** Every upgrade, past and present. */
  readonly upgrades: UpgradeStore
  /** Recognises a repeated create. */
  readonly requests: IdempotencyStore
  /** The partner's ID, as fault 20002 names it. */
  readonly partnerId: string
  /** How long upgrades take, unless the customer says otherwise. */
  readonly durations: Durations
  /** Whether a repeated create returns the first one's upgrade. */
  readonly deduplicate: boolean
}

/** Runs a function with the customer of a call; responds with fault 20002 if the partner has no such customer. */
export function withCustomer<T>(
  { customers, faults, partnerId }: ServiceParts,
  call: Call,
  run: (customer: Customer) => T,
): T | FaultAnswer {
  const customerId = customerOfCall(call) ?? ''
  const customer = customers.find(customerId)
  return customer ? run(customer) : faults.answer('20002', { partnerId, customerId })
}
