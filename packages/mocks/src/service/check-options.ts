import { MockUsageError, unknownName } from '../contract/errors.ts'
import { checkGuid, checkKeys, checkValue, type NamesOf } from '../input/check-input.ts'
import type { Clock } from '../time/clock.ts'
import { checkCustomers } from './check-customers.ts'
import { checkDurations, checkItems } from './check-upgrade-parts.ts'
import type { PartnerCenterMockOptions } from './options.ts'
import type { SeedUpgrade } from './seed-upgrade.ts'
import type { ThrottleLimit } from './throttle.ts'
import type { Token } from './tokens.ts'
import type { UpgradeStatus } from './upgrade.ts'

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
const statuses: NamesOf<Record<UpgradeStatus, true>> = {
  Pending: true,
  InProgress: true,
  Completed: true,
  Failed: true,
}
const sharers: NamesOf<Record<NonNullable<ThrottleLimit['by']>, true>> = { partner: true, customer: true }

/**
 * Checks options before any request arrives. Names of faults and values of limits are checked where they are used.
 *
 * @throws MockUsageError for an invalid option; for an unknown name, the message lists the known ones.
 */
export function checkOptions(options: PartnerCenterMockOptions<Clock>, operations: readonly string[]): void {
  checkKeys('option', options, optionNames)
  checkDurations(options.durations)
  const { upgrades = [], throttling = [], tokens, journalLimit = 1 } = options
  checkCustomers(options.customers)
  for (const [name, list] of Object.entries({ upgrades, throttling, baseUrls: options.baseUrls })) {
    if (list !== undefined && !Array.isArray(list)) throw new MockUsageError(`${name} must be an array.`)
  }
  if (tokens !== undefined && !Array.isArray(tokens) && typeof tokens !== 'function')
    throw new MockUsageError('tokens must be an array or a function.')
  const { customers } = options
  const ids = typeof customers === 'object' ? new Set(customers.map(({ id }) => id.toLowerCase())) : undefined
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
