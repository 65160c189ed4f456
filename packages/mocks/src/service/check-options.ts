import { isGuid } from '@partner-upgrades/spec'
import { MockUsageError, unknownName } from '../contract/errors.ts'
import { checkKeys, type NamesOf } from '../input/check-keys.ts'
import type { Clock } from '../time/clock.ts'
import { toMilliseconds } from '../time/duration.ts'
import type { Customer } from './customers.ts'
import type { PartnerCenterMockOptions } from './options.ts'
import type { SeedUpgrade } from './seed-upgrade.ts'
import type { ThrottleLimit } from './throttle.ts'
import type { Token } from './tokens.ts'
import type { Durations, LineItemPlan, UpgradeStatus } from './upgrade.ts'

const optionNames: NamesOf<PartnerCenterMockOptions<Clock>> = {
  customers: true,
  upgrades: true,
  durations: true,
  clock: true,
  seed: true,
  tokens: true,
  throttling: true,
  deduplicate: true,
  documentedOnly: true,
  varyResponses: true,
  baseUrls: true,
  echoIds: true,
  mfaCompliant: true,
  partnerId: true,
  journalLimit: true,
}
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
const upgradeNames: NamesOf<SeedUpgrade> = {
  id: true,
  customerId: true,
  productFamily: true,
  status: true,
  completedAt: true,
  lineItems: true,
}
const limitNames: NamesOf<ThrottleLimit> = { requests: true, per: true, by: true, operations: true }
const tokenNames: NamesOf<Token> = { value: true, expiresAt: true, fault: true }
const durationNames: NamesOf<Durations> = { pending: true, inProgress: true }
const itemNames: NamesOf<LineItemPlan> = { sourceProduct: true, targetProduct: true, outcome: true, errorDetails: true }
const statuses: NamesOf<Record<UpgradeStatus, true>> = {
  Pending: true,
  InProgress: true,
  Completed: true,
  Failed: true,
}
const outcomes: NamesOf<Record<NonNullable<LineItemPlan['outcome']>, true>> = { Completed: true, Failed: true }
const sharers: NamesOf<Record<NonNullable<ThrottleLimit['by']>, true>> = { partner: true, customer: true }

/** As many as a partner of the largest kind has; they are made up anew by each reset. */
const mostCustomers = 100_000

/**
 * Checks what can be wrong with options before any request comes. What a fault is called, and what a limit may be, is checked
 * where it is used.
 *
 * @throws MockUsageError naming what there is.
 */
export function checkOptions(options: PartnerCenterMockOptions<Clock>, operations: readonly string[]): void {
  checkKeys('option', options, optionNames)
  checkDurations(options.durations)
  const { upgrades = [], throttling = [], tokens, journalLimit = 1 } = options
  const customers = typeof options.customers === 'number' ? undefined : options.customers
  checkCount(options.customers)
  for (const [name, list] of Object.entries({ customers, upgrades, throttling, baseUrls: options.baseUrls })) {
    if (list !== undefined && !Array.isArray(list)) throw new MockUsageError(`${name} must be an array.`)
  }
  if (tokens !== undefined && !Array.isArray(tokens) && typeof tokens !== 'function')
    throw new MockUsageError('tokens must be an array or a function.')
  for (const customer of customers ?? []) {
    checkKeys('customer property', customer, customerNames)
    checkGuid("A customer's id", customer.id)
    checkDurations(customer.durations)
    checkItems(customer.lineItems)
    checkValue('agreement', customer.agreement, agreements)
    if (customer.azurePlanId !== undefined) checkGuid("A customer's azurePlanId", customer.azurePlanId)
  }
  const ids = customers && new Set(customers.map(({ id }) => id.toLowerCase()))
  for (const upgrade of upgrades) {
    checkKeys('upgrade property', upgrade, upgradeNames)
    checkGuid("An upgrade's customerId", upgrade.customerId)
    if (ids?.has(upgrade.customerId.toLowerCase()) === false) throw unknownName('customer', upgrade.customerId, ids)
    if (upgrade.id !== undefined) checkGuid("An upgrade's id", upgrade.id)
    checkValue('upgrade status', upgrade.status, statuses)
    checkItems(upgrade.lineItems)
  }
  for (const limit of throttling) {
    checkKeys('throttling limit property', limit, limitNames)
    checkValue('value of `by`', limit.by, sharers)
    const stranger = limit.operations?.find((operation) => !operations.includes(operation))
    if (stranger !== undefined) throw unknownName('operation', stranger, operations)
  }
  if (typeof tokens === 'object') {
    for (const token of tokens) if (typeof token === 'object') checkKeys('token property', token, tokenNames)
  }
  if (!Number.isInteger(journalLimit) || journalLimit < 1)
    throw new MockUsageError(`journalLimit must be 1 or more, not ${journalLimit}.`)
}

function checkCount(customers: PartnerCenterMockOptions<Clock>['customers']): void {
  if (typeof customers === 'number' && !(Number.isInteger(customers) && customers >= 0 && customers <= mostCustomers))
    throw new MockUsageError(`customers must be a list, or a number from 0 to ${mostCustomers}, not ${customers}.`)
}

function checkDurations(durations: Durations = {}): void {
  checkKeys('duration', durations, durationNames)
  for (const duration of [durations.pending, durations.inProgress]) if (duration !== undefined) toMilliseconds(duration)
}

function checkItems(items: readonly LineItemPlan[] = []): void {
  for (const item of items) {
    checkKeys('line item property', item, itemNames)
    checkValue('line item outcome', item.outcome, outcomes)
  }
}

function checkValue(kind: string, value: string | undefined, known: Readonly<Record<string, true>>): void {
  if (value !== undefined && !Object.hasOwn(known, value)) throw unknownName(kind, value, Object.keys(known))
}

function checkGuid(what: string, value: string): void {
  if (!isGuid(value)) throw new MockUsageError(`${what} must be a GUID, not "${value}".`)
}
