// The journal is one machine's, the fleet's database is that of many: a list comes to the same in both.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { upgradeCustomers } from '@partner-upgrades/bulk'
import { systemClock } from '@partner-upgrades/client'
import { createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { expect, onTestFinished, test } from 'vitest'
import { openPglite } from '../test/pglite.ts'
import { createFleet } from './create-fleet.ts'

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
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
/** Nobody's customer is in the list, too. */
const list = [...customers.map((customer) => customer.id), id(99)]

/** The same service for both: the same customers, an upgrade from before, the same faults. */
function createService() {
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

const client = (fetch: typeof globalThis.fetch) => ({
  credential: 'a-token',
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  minPollDelay: 10,
  maxPollDelay: 10,
})

/** The results without what differs from run to run: times, and the IDs that are made up for each call. */
function comparable(path: string): readonly unknown[] {
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

test('a list has the same results by the journal and by the fleet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'same-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'list.csv')
  writeFileSync(file, `customerId\n${list.join('\n')}\n`)

  const alone = createService()
  const { files } = await upgradeCustomers({
    file,
    folder,
    stateFolder: join(folder, 'state'),
    client: client(alone.fetch),
  })

  const fleet = createFleet(await openPglite(), 'pglite')
  await fleet.init()
  await fleet.setPartner({ name: 'contoso', ceiling: 600_000 })
  const together = createService()
  await fleet.add(file, { partner: 'contoso' })
  await fleet.work({ client: () => client(together.fetch), untilDone: true })
  const own = { csv: '', jsonLines: '', report: '', audit: '' }
  for (const name of ['csv', 'jsonLines', 'report', 'audit'] as const) own[name] = join(folder, `fleet-${name}`)
  await fleet.writeResults('list.csv', own)
  await fleet.close()

  const [byJournal, byFleet] = [comparable(files?.jsonLines ?? ''), comparable(own.jsonLines)]
  expect(byFleet).toEqual(byJournal)
  const outcomes = byJournal.map((result) => Object(result).outcome)
  expect(new Set(outcomes)).toEqual(new Set(['completed', 'ineligible', 'partial', 'failed', 'rejected']))
  const columns = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.split(',').slice(0, 4).join())
  expect(columns(own.csv)).toEqual(columns(files?.csv ?? ''))
})
