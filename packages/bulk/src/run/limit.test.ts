import { faults } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createWorld, type World } from '../../test/in-memory.ts'

const requestIdsOf = ({ partnerCenter: { requests } }: World): number =>
  new Set(requests.filter(({ operation }) => operation === 'createProductUpgrade').map(({ requestId }) => requestId))
    .size

test('a run with a limit starts that many creates and follows them to the end; the next runs do the rest', async () => {
  const world = createWorld(7)
  const first = await world.run({ limit: 3 })
  expect(first.progress).toMatchObject({ started: 3, limitReached: true })
  expect(first.progress.open).toEqual({ new: 4, sent: 0, created: 0 })
  expect(first.progress.ended.completed).toBe(3)
  expect(requestIdsOf(world)).toBe(3)
  await world.run({ limit: 3 })
  expect(requestIdsOf(world)).toBe(6)
  const last = await world.run({ limit: 3 })
  expect(last.progress).toMatchObject({ started: 1, limitReached: false, ended: { completed: 7 } })
  expect(world.partnerCenter.snapshot().upgrades).toHaveLength(7)
})

test('customers who need no create do not count, and no customer beyond the limit is checked', async () => {
  const world = createWorld(6, {
    customers: [{ id: guidOf(0), condition: '900105' }, ...[1, 2, 3, 4, 5].map((row) => ({ id: guidOf(row) }))],
    upgrades: [{ customerId: guidOf(1), status: 'InProgress' }],
  })
  const { results } = await world.run({ limit: 2 })
  expect(results.map(({ outcome, adopted }) => [outcome, adopted])).toEqual([
    ['ineligible', undefined],
    ['completed', true],
    ['completed', false],
    ['completed', false],
    ['open', undefined],
    ['open', undefined],
  ])
  const asked = new Set(world.partnerCenter.requests.map(({ customerId }) => customerId))
  expect(asked).toEqual(new Set([0, 1, 2, 3].map(guidOf)))
})

test('a customer who takes the place of an ineligible one is the only further one to be checked', async () => {
  const world = createWorld(6, {
    customers: [{ id: guidOf(0), condition: '900105' }, ...[1, 2, 3, 4, 5].map((row) => ({ id: guidOf(row) }))],
  })
  world.partnerCenter.inject(faults.slow({ by: '20s' }), { customerId: guidOf(1) })
  await world.run({ limit: 2 })
  const asked = new Set(world.partnerCenter.requests.map(({ customerId }) => customerId))
  expect(asked).toEqual(new Set([0, 1, 2].map(guidOf)))
})

test('a rejected create counts: no run sends more new creates than its limit', async () => {
  const world = createWorld(5)
  world.partnerCenter.inject(faults.fault('900130'), { operation: 'createProductUpgrade', every: 1 })
  const { progress } = await world.run({ limit: 2 })
  expect(progress).toMatchObject({ ended: { rejected: 2 }, open: { new: 3 } })
  expect(requestIdsOf(world)).toBe(2)
})

test.for(['acceptedThenStalled', 'stalled'] as const)(
  'a create in doubt from an earlier run (%s) is settled in addition to the limit, even if it is sent again',
  async (name) => {
    const world = createWorld(4, { deduplicate: false })
    const controller = new AbortController()
    world.partnerCenter.inject(faults[name](), { operation: 'createProductUpgrade' })
    const stopped = world.run({ limit: 1, signal: controller.signal })
    while (requestIdsOf(world) === 0) await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    expect((await stopped).progress.open).toEqual({ new: 3, sent: 1, created: 0 })
    const { progress } = await world.run({ limit: 1 })
    expect(progress).toMatchObject({ started: 1, open: { new: 2 }, ended: { completed: 2 } })
    expect(world.partnerCenter.snapshot().upgrades).toHaveLength(2)
    expect(requestIdsOf(world)).toBe(2)
  },
)

test('a create without a response counts once, however often it is sent', async () => {
  const world = createWorld(2, { deduplicate: false })
  world.partnerCenter.inject(faults.gatewayEmpty(), { operation: 'createProductUpgrade', times: 2 })
  const { progress } = await world.run({ limit: 1 })
  expect(progress).toMatchObject({ started: 1, open: { new: 1 }, ended: { completed: 1 } })
  expect(requestIdsOf(world)).toBe(1)
  expect(world.partnerCenter.requests.filter(({ status }) => status === 504)).toHaveLength(2)
})

test('a dry run has no limit, because it creates nothing', async () => {
  const { progress } = await createWorld(5).run({ limit: 2, dryRun: true })
  expect(progress).toMatchObject({ limitReached: false, ended: { eligible: 5 } })
})

test.for([0, -1, 1.5, Number.NaN])('a limit of %d is rejected', async (limit) => {
  await expect(createWorld(1).run({ limit })).rejects.toThrow(/^limit must be a whole number of 1 or more, not /)
})
