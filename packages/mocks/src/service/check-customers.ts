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

/** As many as the largest partners have; every reset makes them up again. */
const mostCustomers = 100_000

/**
 * Checks a list of customers, or the number of customers to make up.
 *
 * @throws MockUsageError for an invalid customer; for an unknown name, the message lists the known ones.
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
