import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createWorld } from '../../test/in-memory.ts'

test('an upgrade is polled half a minute after its creation, and from then on every 30 seconds to 5 minutes', async () => {
  const world = createWorld(1, { customers: [{ id: guidOf(0) }], durations: { inProgress: '3h' } })
  const times: { readonly path: string; readonly at: number }[] = []
  await world.run({
    client: {
      async fetch(url, init) {
        times.push({ path: new URL(url).pathname, at: world.clock.now() })
        return world.partnerCenter.fetch(url, init)
      },
    },
  })
  const createdAt = times.find(({ path }) => path.endsWith('/productUpgrades'))?.at ?? 0
  const polls = times.filter(({ path }) => path.endsWith('/status')).map(({ at }) => at - createdAt)
  // Each delay has a jitter of 10 %, so that many upgrades are not polled at once.
  const gaps = polls.slice(1).map((at, number) => at - (polls[number] ?? 0))
  expect(polls[0]).toBe(30_000)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(27_000)
  expect(Math.max(...gaps)).toBeGreaterThanOrEqual(270_000)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(340_000)
})
