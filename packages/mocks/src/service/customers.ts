import type { FaultCode, FaultName, Subscription } from '@partner-upgrades/spec'
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
  readonly condition?: FaultCode | FaultName | (string & {}) | undefined
  /**
   * How long this customer's upgrades take.
   * @default the mock's durations
   */
  readonly durations?: Durations | undefined
  /**
   * The line items of this customer's upgrades.
   * @default one line item, as documented
   */
  readonly lineItems?: readonly LineItemPlan[] | undefined
  /** The name of the company. @default 'companyName', as documented */
  readonly companyName?: string | undefined
  /** The domain of the company. @default 'domain', as documented */
  readonly domain?: string | undefined
  /** The partner's relationship to the customer. @default 'reseller' */
  readonly relationshipToPartner?: string | undefined
  /**
   * How the customer has accepted the Microsoft Customer Agreement: by themselves, by the partner's confirmation, or not at all.
   * @default 'signed'
   */
  readonly agreement?: 'signed' | 'confirmed' | 'none' | undefined
  /** The subscription of the Azure plan that an upgrade leads to, a GUID. @default derived from the upgrade's ID */
  readonly azurePlanId?: string | undefined
  /** Subscriptions that are listed besides those of Azure, as the service shows them. @default [] */
  readonly otherSubscriptions?: readonly Subscription[] | undefined
}

/** The partner's customers. */
export interface CustomerDirectory {
  /** Finds a customer by ID; undefined means that the partner has no such customer. */
  find(id: string): Customer | undefined
  /** The customers that are listed. */
  readonly all: readonly Customer[]
  /** Whether every other ID is a customer, too. */
  readonly isOpen: boolean
  /**
   * Adds customers; a customer with an existing ID replaces the previous one.
   *
   * @throws MockUsageError if a condition is not a fault, or a fault that results from an upgrade.
   */
  add(customers: readonly Customer[]): void
  /**
   * Replaces all customers with these.
   *
   * @throws MockUsageError if a condition is not a fault, or a fault that results from an upgrade.
   */
  set(customers: readonly Customer[]): void
}

/** The two customers that the documentation lists. */
const documented: readonly Customer[] = [
  { id: 'b44bb1fb-c595-45b0-9e09-d657365580bf' },
  { id: '45c44870-ef77-4fdd-b6fe-3dacb075cff2' },
]

/**
 * Creates a directory of the given customers. Without any, every ID is an eligible customer, and the two documented ones are listed.
 *
 * @throws MockUsageError if a condition is not a fault, or a fault that results from an upgrade.
 */
export function createCustomers(given: readonly Customer[] | undefined, faults: FaultCatalogue): CustomerDirectory {
  let all: readonly Customer[] = documented
  let byId = indexOf(all)
  let isOpen = given === undefined

  function replace(customers: readonly Customer[]): void {
    for (const { condition } of customers) if (condition !== undefined) checkCondition(condition, faults)
    all = customers
    byId = indexOf(all)
  }
  if (given !== undefined) replace(given)

  return {
    find: (id) => byId.get(id.toLowerCase()) ?? (isOpen ? { id } : undefined),
    get all() {
      return all
    },
    get isOpen() {
      return isOpen
    },
    add: (customers) => {
      const added = indexOf(customers)
      replace([...all.filter(({ id }) => !added.has(id.toLowerCase())), ...added.values()])
    },
    set: (customers) => {
      replace(customers)
      isOpen = false
    },
  }
}

function indexOf(customers: readonly Customer[]): ReadonlyMap<string, Customer> {
  return new Map(customers.map((customer) => [customer.id.toLowerCase(), customer]))
}

function checkCondition(condition: string, faults: FaultCatalogue): void {
  const { code, name, operations, parameters } = faults.find(condition)
  if (!Object.hasOwn(operations, 'createProductUpgrade') || parameters.includes('upgradeId')) {
    throw new MockUsageError(
      `${code} (${name}) is not a condition of a customer: it results from an upgrade. Give one in \`upgrades\`.`,
    )
  }
}
