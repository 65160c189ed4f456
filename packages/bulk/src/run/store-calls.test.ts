import { setImmediate } from 'node:timers/promises'
import { createClock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createWorld } from '../../test/in-memory.ts'
import type { Store } from '../store/store.ts'
import { runBulk } from './run-bulk.ts'

test('a waiting worker renews its claims three times per lease, and asks its store for work no more often', async () => {
  const clock = createClock()
  const { open, partnerCenter } = createWorld(
    1,
    { customers: [{ id: guidOf(0) }], durations: { inProgress: '1h' } },
    clock,
  )
  const store = await open()
  let renewals = 0
  let looks = 0
  const counted: Store = {
    ...store,
    renew() {
      renewals++
      return store.renew()
    },
    claim(kind, count) {
      if (kind === 'follow') looks++
      return store.claim(kind, count)
    },
  }
  const stopping = new AbortController()
  const client = { credential: 'token', fetch: partnerCenter.fetch, clock }
  const run = runBulk({ store: counted, client, signal: stopping.signal })
  const leases = 60
  for (let second = 0; second < (leases * store.lease) / 1_000; second++) {
    clock.advance(1_000)
    for (let turn = 0; turn < 20; turn++) await setImmediate()
  }
  stopping.abort()
  const { open: left } = await run
  await store.close()
  expect(left.created).toBe(1)
  expect(renewals / leases).toBeCloseTo(3, 1)
  // Another worker's rows may be free after each third of a lease; polls and their responses cause a few more claims.
  expect(looks / leases).toBeGreaterThan(2.9)
  expect(looks / leases).toBeLessThan(4)
})
