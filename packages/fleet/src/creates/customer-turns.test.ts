import { beforeAll, expect, test } from 'vitest'
import { openPglite } from '../../test/pglite.ts'
import type { Database, Queries } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { DatabaseError } from '../errors.ts'
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

/** A worker that is alive until `fallSilent` is called. */
async function join(keep = 60_000, queries: Queries = database) {
  const presence = createPresence(database, 30_000)
  await presence.renew(0)
  const fallSilent = (): Promise<unknown> =>
    database.query(`UPDATE fleet.workers SET seen_at = seen_at - interval '31 seconds' WHERE id = $1`, [presence.id])
  return { fallSilent, turns: createCustomerTurns(queries, { worker: presence.id, keep, persist: untilDone }) }
}

async function untilDone(work: () => Promise<void>): Promise<void> {
  await work().catch(() => untilDone(work))
}

/** The database, with a connection that fails while `lost` is above zero: before a statement or, if `effective`, after it. */
function unreliable(effective: boolean) {
  const state = { lost: 0 }
  const queries: Queries = {
    ...database,
    async query(text, values) {
      if (state.lost-- <= 0) return database.query(text, values)
      if (effective) await database.query(text, values)
      throw new DatabaseError('lost', 'The connection was lost.')
    },
  }
  return { state, queries }
}

async function entryOf(opened: ReturnType<Awaited<ReturnType<typeof join>>['turns']['tryOpen']>) {
  const entry = await opened
  if ('holder' in entry) throw new Error('held')
  return entry
}

test('only one worker at a time holds a customer, in any spelling, and another learns who holds it', async () => {
  const [one, two] = [await join(), await join()]
  const customer = subject()
  const entry = await entryOf(one.turns.tryOpen(customer))
  const spelled = { ...customer, baseUrl: 'https://API.example.com', productFamily: 'azure' }
  expect(await two.turns.tryOpen(spelled)).toMatchObject({ holder: { process: { pid: process.pid } } })
  await entry.close()
  expect(await two.turns.tryOpen(spelled)).not.toHaveProperty('holder')
})

test('a silent worker loses its customers and can no longer record, but its creates in doubt stay', async () => {
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

test('an upgrade is remembered until the service reliably shows it, a create in doubt forever', async () => {
  const worker = await join(60_000)
  for (const pending of [{ requestId, upgradeId, accepted: true }, { requestId }]) {
    const customer = subject()
    const entry = await entryOf(worker.turns.tryOpen(customer))
    await entry.save(pending)
    await entry.close()
    const again = await entryOf(worker.turns.tryOpen(customer))
    expect(again.pending).toEqual(pending)
    await again.close()
    await database.query(`UPDATE fleet.creates SET saved_at = saved_at - interval '61 seconds'`)
    const later = await entryOf(worker.turns.tryOpen(customer))
    expect(later.pending).toEqual('upgradeId' in pending ? undefined : pending)
  }
})

test.for([false, true])(
  'a failed release is retried until the database answers (statement took effect: %s)',
  async (effective) => {
    const { state, queries } = unreliable(effective)
    const [one, two] = [await join(60_000, queries), await join()]
    const customer = subject()
    const entry = await entryOf(one.turns.tryOpen(customer))
    state.lost = 3
    await entry.close()
    expect(await two.turns.tryOpen(customer)).not.toHaveProperty('holder')
  },
)

test.for([false, true])('a customer whose claim failed is released (statement took effect: %s)', async (effective) => {
  const { state, queries } = unreliable(effective)
  const [one, two] = [await join(60_000, queries), await join()]
  const customer = subject()
  state.lost = 3
  await expect(one.turns.tryOpen(customer)).rejects.toThrow('The connection was lost.')
  expect(await two.turns.tryOpen(customer)).not.toHaveProperty('holder')
})

test('a late release does not end a later turn of the same worker', async () => {
  let released = (): void => {}
  const gate = new Promise<void>((resolve) => {
    released = resolve
  })
  const slow: Queries = {
    ...database,
    async query(text, values) {
      if (text.includes('turn = NULL')) await gate
      return database.query(text, values)
    },
  }
  const [one, two] = [await join(60_000, slow), await join()]
  const customer = subject()
  const first = await entryOf(one.turns.tryOpen(customer))
  const closing = first.close()
  const second = await entryOf(one.turns.tryOpen(customer))
  released()
  await closing
  expect(await two.turns.tryOpen(customer)).toHaveProperty('holder')
  await second.save({ requestId })
})
