import { readFileSync } from 'node:fs'
import { systemClock } from '@partner-upgrades/client'
import { createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'

/** The ID of a customer. */
export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const customers = [
  { id: id(1) },
  { id: id(2), condition: 'suspendedSubscriptions' },
  { id: id(3), condition: 'noAzureSubscriptions' },
  { id: id(4), lineItems: [{}, { outcome: 'Failed' }] },
  { id: id(5), lineItems: [{ outcome: 'Failed' }] },
  { id: id(6) },
  { id: id(7) },
  { id: id(8), condition: 'recentlyPurchasedSubscriptions' },
] as const
/** The customers of the list, including one that no partner has. */
export const list = [...customers.map((customer) => customer.id), id(99)]

/** Creates identical services: the same customers, an earlier upgrade, the same faults. */
export function createService() {
  const partnerCenter = createPartnerCenterMock({
    customers,
    upgrades: [{ customerId: id(6), status: 'Completed' }],
    durations: { pending: 1, inProgress: 1 },
    clock: systemClock,
    seed: 'both',
    deduplicate: false,
  })
  partnerCenter.inject(faults.acceptedThenTimedOut(), { operation: 'createProductUpgrade', customerId: id(7) })
  return partnerCenter
}

/** The client options for such a service. */
export const client = (fetch: typeof globalThis.fetch) => ({
  credential: 'a-token',
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  minPollDelay: 10,
  maxPollDelay: 10,
})

/** Reads results without what differs between runs: times, and the IDs that are generated for each call. */
export function comparable(path: string): readonly unknown[] {
  const changing = /(At|Date|^requestId|^upgradeId)$/
  const shown = (key: string, value: unknown): unknown => {
    if (key === 'correlationIds' && Array.isArray(value)) return value.length
    return changing.test(key) ? typeof value : value
  }
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line, shown))
}

/** Removes the numbers of requests from results: an interrupted customer takes more. */
export function withoutEffort(results: readonly unknown[]): readonly unknown[] {
  return results.map((result) => ({ ...Object(result), requests: undefined, correlationIds: undefined }))
}
