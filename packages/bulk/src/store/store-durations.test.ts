import { setTimeout as sleep } from 'node:timers/promises'
import { createClock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { createWorld } from '../../test/in-memory.ts'
import { pass, rowsOf, sending, setUpJournal } from '../../test/set-up-journal.ts'
import { openSqliteStore } from '../../test/sqlite-store.ts'
import { runBulk } from '../run/run-bulk.ts'
import type { Store } from './store.ts'

const stores = {
  journal: () => setUpJournal(2),
  database() {
    const clock = createClock()
    const path = `file:${crypto.randomUUID()}?mode=memory&cache=shared`
    return { clock, join: async () => openSqliteStore(path, createCustomers(2), clock) }
  },
}

test.for(['journal', 'database'] as const)(
  'every worker that claims a create in doubt sees the same attempt, until it is sent again (%s)',
  async (kind) => {
    const { clock, join } = stores[kind]()
    const claimed = async (): Promise<{ readonly attempt: string | undefined; readonly age: number | undefined }> => {
      const store = await join()
      const [work] = (await store.claim('settle', 1)).work
      if (work?.requestId !== guidOf(0)) throw new Error('The create is not known.')
      await store.close()
      return { attempt: work.attempt, age: work.age }
    }
    // An in-memory database exists as long as a connection to it is open.
    const [store] = [await join(), await join()]
    await rowsOf(store, 1)
    clock.advance(1_000)
    await store.append(sending(0))
    await store.close()
    clock.advance(2_000)
    const first = await claimed()
    expect(first).toEqual({ attempt: expect.any(String), age: 2_000 })
    clock.advance(5_000)
    expect(await claimed()).toEqual({ attempt: first.attempt, age: 7_000 })
    const again = await join()
    await rowsOf(again, 1)
    await again.append(sending(0))
    await again.close()
    const second = await claimed()
    expect([second.attempt === first.attempt, second.age]).toEqual([false, 0])
  },
)

test.for(['journal', 'database'] as const)(
  'a hold applies to every worker, and is not ended by a shorter one (%s)',
  async (kind) => {
    const { clock, join } = stores[kind]()
    const [one, other] = [await join(), await join()]
    await one.hold(60_000)
    await one.hold(5_000)
    await pass(clock, 10, other)
    expect([(await other.progress()).quietFor, (await one.progress()).quietFor]).toEqual([50_000, 50_000])
    await pass(clock, 60, other)
    expect((await other.progress()).quietFor).toBe(0)
  },
)

test.for([Number.NaN, Number.POSITIVE_INFINITY, -1])(
  'a hold of %d ms is rejected, and the journal still works',
  async (ms) => {
    const { join } = setUpJournal(1)
    const store = await join()
    await expect(store.hold(ms)).rejects.toThrow(TypeError)
    await store.renew()
    await store.close()
    expect((await (await join()).progress()).quietFor).toBe(0)
  },
)

test('a store may be slow to return the progress', async () => {
  const { open, partnerCenter, clock } = createWorld(20)
  const store = await open()
  let asked = 0
  const slow: Store = {
    ...store,
    async progress() {
      // Real time, during which the simulated run continues.
      await sleep(asked++ % 3)
      return store.progress()
    },
  }
  const told: number[] = []
  const client = { credential: 'token', fetch: partnerCenter.fetch, clock }
  const progress = await runBulk({ store: slow, client, onProgress: ({ ended }) => told.push(ended.completed) })
  await store.close()
  expect([progress.ended.completed, told.at(-1)]).toEqual([20, 20])
  expect(told).toEqual([...told].sort((a, b) => a - b))
})

test('despite outdated progress, a run with a limit follows every upgrade that it has created', async () => {
  const { open, partnerCenter, clock } = createWorld(8)
  const store = await open()
  const slow: Store = {
    ...store,
    async progress() {
      const progress = await store.progress()
      await sleep(10)
      return progress
    },
  }
  const client = { credential: 'token', fetch: partnerCenter.fetch, clock }
  const progress = await runBulk({ store: slow, client, limit: 3, parallel: 1 })
  await store.close()
  expect([progress.started, progress.ended.completed, progress.open]).toEqual([3, 3, { new: 5, sent: 0, created: 0 }])
})

test('entries that are appended together share a transaction, and each append returns whether it counts', async () => {
  const { join } = stores.database()
  const [one, other] = [await join(), await join()]
  await rowsOf(one, 1)
  expect(await Promise.all([one.append(sending(0)), one.append(sending(1)), other.append(sending(0))])).toEqual([
    true,
    false,
    false,
  ])
})
