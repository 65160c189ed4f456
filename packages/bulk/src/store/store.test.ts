import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from '@partner-upgrades/mocks/core'
import { createNaiveService, fatesOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { openSqliteStore } from '../../test/sqlite-store.ts'
import { readResults } from '../results/read-results.ts'
import { runBulk } from '../run/run-bulk.ts'

test('four workers share a store in a database, one is stopped midway, and the list ends as it should', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  const path = join(folder, 'store.sqlite')
  const customers = createCustomers(32)
  const clock = createClock({ auto: true })
  const service = createNaiveService(clock)
  let left = 20
  const serve = (mortal: boolean) => async (url: string, init: RequestInit) => {
    await clock.sleep(500)
    const answer = service.answer(new URL(url).pathname, new Headers(init.headers), String(init.body))
    // The request took effect, but the worker never gets the response, and is silent from then on.
    return mortal && --left < 0 ? new Promise<Response>(() => {}) : answer
  }
  const work = async (mortal: boolean): Promise<void> => {
    const store = openSqliteStore(path, customers, clock)
    const silent = mortal ? { ...store, renew: () => (left < 0 ? new Promise<void>(() => {}) : store.renew()) } : store
    await runBulk({ store: silent, client: { credential: 'token', fetch: serve(mortal), clock }, parallel: 4 })
    await store.close()
  }
  void work(true)
  await Promise.all([work(false), work(false), work(false)])
  const store = openSqliteStore(path, customers, clock)
  const ends: string[] = []
  for await (const { outcome, reason } of readResults(customers, store)) {
    ends.push([outcome, outcome === 'ineligible' ? '' : reason?.code].filter(Boolean).join(' '))
  }
  await store.close()
  rmSync(folder, { recursive: true })
  expect(ends).toEqual(fatesOf(32))
  expect(left).toBeLessThan(0)
  expect([...service.upgrades.values()].filter(({ length }) => length > 1)).toEqual([])
})
