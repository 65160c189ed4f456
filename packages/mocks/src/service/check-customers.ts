import { MockUsageError } from '../contract/errors.ts'
import { checkGuid, checkKeys, checkValue, type NamesOf } from '../input/check-input.ts'
import { checkDurations, checkItems } from './check-upgrade-parts.ts'
import type { Customer } from './customers.ts'

const customerNames: NamesOf<Customer> = {
  id: true,
  condition: true,
  durations: true,
  lineItems: true,
  companyName: true,
  domain: true,
  relationshipToPartner: true,
  agreement: true,
  azurePlanId: true,
  otherSubscriptions: true,
}
const agreements: NamesOf<Record<NonNullable<Customer['agreement']>, true>> = {
  signed: true,
  confirmed: true,
  none: true,
}

/** As many as a partner of the largest kind has; they are made up anew by each reset. */
const mostCustomers = 100_000

/**
 * Checks a list of customers, or how many of them to make up.
 *
 * @throws MockUsageError naming what there is.
 * @throws TypeError for an invalid duration.
 */
export function checkCustomers(customers: number | readonly Customer[] = []): void {
  if (typeof customers === 'number') {
    if (Number.isInteger(customers) && customers >= 0 && customers <= mostCustomers) return
    throw new MockUsageError(`customers must be a list, or a number from 0 to ${mostCustomers}, not ${customers}.`)
  }
  if (!Array.isArray(customers)) throw new MockUsageError('customers must be an array.')
  for (const customer of customers) {
    checkKeys('customer property', customer, customerNames)
    checkGuid("A customer's id", customer.id)
    checkDurations(customer.durations)
    checkItems(customer.lineItems)
    checkValue('agreement', customer.agreement, agreements)
    if (customer.azurePlanId !== undefined) checkGuid("A customer's azurePlanId", customer.azurePlanId)
  }
}
