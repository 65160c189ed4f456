import type { FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import { MockUsageError } from '../contract/errors.ts'
import type { Durations, LineItemPlan } from './upgrade.ts'

/** A customer of the partner. */
export interface Customer {
  /** A GUID, in any case. */
  readonly id: string
  /**
   * The code or name of the fault that keeps the customer from upgrading, such as `900105`.
   * @default none: the customer is eligible
   */
  readonly condition?: string
  /**
   * How long this customer's upgrades take.
   * @default the mock's durations
   */
  readonly durations?: Durations
  /**
   * The line items of this customer's upgrades.
   * @default one line item, as documented
   */
  readonly lineItems?: readonly LineItemPlan[]
}

/** Finds customers by id; undefined means that the partner has no such customer. */
export type FindCustomer = (id: string) => Customer | undefined

/**
 * The customers given; without any given, every id is an eligible customer.
 *
 * @throws MockUsageError if a condition is no fault, or one that comes of an upgrade and not of a customer.
 */
export function createCustomers(customers: readonly Customer[] | undefined, faults: FaultCatalogue): FindCustomer {
  if (customers === undefined) return (id) => ({ id })
  const byId = new Map(customers.map((customer) => [customer.id.toLowerCase(), customer]))
  for (const { condition } of customers) if (condition !== undefined) checkCondition(condition, faults)
  return (id) => byId.get(id.toLowerCase())
}

function checkCondition(condition: string, faults: FaultCatalogue): void {
  const { code, name, operations, parameters } = faults.find(condition)
  if (!Object.hasOwn(operations, 'createProductUpgrade') || parameters.includes('upgradeId')) {
    throw new MockUsageError(
      `${code} (${name}) is no condition of a customer: it comes of an upgrade. Give one in \`upgrades\`.`,
    )
  }
}
