import { beforeAll, expect, test } from 'vitest'
import { openPglite } from '../../test/pglite.ts'
import type { Database } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { createPresence } from '../work/presence.ts'
import { createCustomerTurns } from './customer-turns.ts'

let database: Database
let customers = 0
beforeAll(async () => {
  database = await openPglite()
  await migrate(database)
})

const subject = () => ({
  baseUrl: 'https://api.example.com',
  customerId: `00000000-0000-4000-8000-${String(++customers).padStart(12, '0')}`,
  productFamily: 'Azure',
})
const [requestId, upgradeId] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const

/** A worker that is alive for as long as nobody says otherwise. */
async function join(keep = 60_000) {
  const presence = createPresence(database, 30_000)
  await presence.renew(0)
  const fallSilent = (): Promise<unknown> =>
    database.query(`UPDATE fleet.workers SET seen_at = seen_at - interval '31 seconds' WHERE id = $1`, [presence.id])
  return { fallSilent, turns: createCustomerTurns(database, presence.id, keep) }
}

async function entryOf(opened: ReturnType<Awaited<ReturnType<typeof join>>['turns']['tryOpen']>) {
  const entry = await opened
  if ('holder' in entry) throw new Error('held')
  return entry
}

test('one worker at a time is at a customer, in whatever spelling, and the other is told who', async () => {
  const [one, two] = [await join(), await join()]
  const customer = subject()
  const entry = await entryOf(one.turns.tryOpen(customer))
  const spelled = { ...customer, baseUrl: 'https://API.example.com', productFamily: 'azure' }
  expect(await two.turns.tryOpen(spelled)).toMatchObject({ holder: { process: { pid: process.pid } } })
  await entry.close()
  expect(await two.turns.tryOpen(spelled)).not.toHaveProperty('holder')
})

test('a worker that has fallen silent holds nothing, but its doubt stays; it records nothing any more', async () => {
  const [one, two] = [await join(), await join()]
  const customer = subject()
  const entry = await entryOf(one.turns.tryOpen(customer))
  await entry.save({ requestId, attempt: 'a', earlier: null })
  await one.fallSilent()
  const taken = await entryOf(two.turns.tryOpen(customer))
  expect(taken.pending).toEqual({ requestId, attempt: 'a', earlier: null })
  await expect(entry.save({ requestId: upgradeId })).rejects.toThrow('Another worker has taken over the customer')
  await entry.close()
  expect(await one.turns.tryOpen(customer)).toHaveProperty('holder')
})

test('an upgrade is remembered until the service can be relied on to show it; a doubt for ever', async () => {
  const worker = await join(50)
  for (const pending of [{ requestId, upgradeId, accepted: true }, { requestId }]) {
    const customer = subject()
    const entry = await entryOf(worker.turns.tryOpen(customer))
    await entry.save(pending)
    await entry.close()
    const again = await entryOf(worker.turns.tryOpen(customer))
    expect(again.pending).toEqual(pending)
    await again.close()
    await database.query(`UPDATE fleet.creates SET saved_at = saved_at - interval '1 minute'`)
    const later = await entryOf(worker.turns.tryOpen(customer))
    expect(later.pending).toEqual('upgradeId' in pending ? undefined : pending)
  }
})
