import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createWorld } from '../../test/in-memory.ts'

test('a service that is down for most of an hour uses up no attempts of any row', async () => {
  const ids = [0, 1, 2].map(guidOf)
  const { run, clock, partnerCenter } = createWorld(3, { customers: ids.map((id) => ({ id })) })
  const begin = clock.now()
  let refused = 0
  const { results } = await run({
    client: {
      async fetch(url, init) {
        if (clock.now() - begin > 45 * 60_000) return partnerCenter.fetch(url, init)
        refused++
        return new Response('<h1>Service Unavailable</h1>', { status: 503, headers: { 'Content-Type': 'text/html' } })
      },
    },
  })
  expect(refused).toBeGreaterThan(60)
  expect(results.map(({ outcome }) => outcome)).toEqual(['completed', 'completed', 'completed'])
})
