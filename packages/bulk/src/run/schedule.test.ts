import { createClock, faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createWorld, type World } from '../../test/in-memory.ts'
import { parseDailyWindow } from '../schedule/daily-window.ts'

/** A window that is closed for only one hour a day, to keep the simulated time short. */
const window = parseDailyWindow('07:00-06:00 UTC')
const closes = Date.parse('2026-01-01T06:00Z')
const opens = Date.parse('2026-01-01T07:00Z')
/** The test's clock advances a little while the run is working. */
const soon = 60_000

const timesOf = ({ partnerCenter: { requests } }: World, operation: string): readonly number[] =>
  requests.filter((request) => request.operation === operation).map(({ at }) => at)
const createsOf = (world: World): readonly number[] => timesOf(world, 'createProductUpgrade')
const worldAt = (size: number, start: string, options: Parameters<typeof createWorld>[1] = {}): World =>
  createWorld(size, options, createClock({ auto: true, start }))

test('creates wait for the start time, which is reported; then the run continues by itself', async () => {
  const world = worldAt(3, '2026-01-01T12:00:00Z')
  const startAt = Date.parse('2026-01-01T13:00:00Z')
  const told: unknown[] = []
  const { progress } = await world.run({
    startAt,
    onProgress: ({ waitsUntil }) => told.push([waitsUntil, world.partnerCenter.requests.length > 0]),
  })
  expect(createsOf(world)[0]).toBeGreaterThanOrEqual(startAt)
  expect(createsOf(world)[0]).toBeLessThan(startAt + soon)
  expect(told.slice(0, 2)).toEqual([
    [startAt, false],
    [undefined, false],
  ])
  expect(progress.ended.completed).toBe(3)
  expect(progress.waitsUntil).toBeUndefined()
})

test('a start time in the past delays nothing', async () => {
  const world = worldAt(1, '2026-01-01T12:00:00Z')
  await world.run({ startAt: Date.parse('2025-01-01T00:00Z') })
  expect(createsOf(world)[0]).toBeLessThan(Date.parse('2026-01-01T12:01Z'))
})

test('outside the window, no create is sent and no new customer is checked, but upgrades are still followed', async () => {
  const world = worldAt(30, '2026-01-01T05:50:00Z', { durations: { pending: '30m', inProgress: '1h' } })
  world.partnerCenter.inject(faults.slow({ by: '2m' }), { operation: 'createProductUpgrade', every: 1 })
  const told: unknown[] = []
  const { progress } = await world.run({
    between: window,
    client: { timeout: 600_000 },
    onProgress: ({ waitsUntil }) => waitsUntil !== told.at(-1) && told.push(waitsUntil),
  })
  const creates = createsOf(world)
  expect(creates.filter((at) => at < closes).length).toBeGreaterThan(3)
  expect(creates.filter((at) => at >= closes && at < opens)).toEqual([])
  expect(creates.filter((at) => at >= opens).length).toBeGreaterThan(3)
  // Rows in progress by then may have had to wait for slow creates.
  const between = (operation: string): number =>
    timesOf(world, operation).filter((at) => at > closes + 4 * soon && at < opens).length
  expect(between('checkProductUpgradeEligibility')).toBe(0)
  expect(between('getProductUpgradeStatus')).toBeGreaterThan(10)
  expect(told).toEqual([opens, undefined])
  expect(progress.ended.completed).toBe(30)
  expect(world.partnerCenter.snapshot().upgrades).toHaveLength(30)
})

test('a create whose window closes during the eligibility check is not sent, and leaves no trace', async () => {
  const world = worldAt(1, '2026-01-01T05:59:30Z')
  world.partnerCenter.inject(faults.slow({ by: '45s' }), { operation: 'checkProductUpgradeEligibility', times: 1 })
  const { results, progress } = await world.run({ between: window })
  expect(createsOf(world)).toHaveLength(1)
  expect(createsOf(world)[0]).toBeGreaterThanOrEqual(opens)
  expect(results[0]).toMatchObject({ outcome: 'completed', adopted: false })
  expect(progress.started).toBe(1)
})

test('a create in doubt is settled even outside the window, and is sent once', async () => {
  const world = worldAt(2, '2026-01-01T05:59:00Z', { deduplicate: false })
  world.partnerCenter.inject(faults.acceptedThenDropped(), { operation: 'createProductUpgrade' })
  const { results } = await world.run({ between: window, parallel: 1 })
  expect(results.map(({ outcome, adopted }) => [outcome, adopted])).toEqual([
    ['completed', false],
    ['completed', false],
  ])
  expect(Date.parse(results[0]?.endedAt ?? '')).toBeLessThan(opens)
  expect(world.partnerCenter.snapshot().upgrades).toHaveLength(2)
})

test('a waiting run ends at once when it is stopped, and the next one may have another schedule', async () => {
  const world = worldAt(2, '2026-01-01T06:10:00Z')
  const controller = new AbortController()
  const { progress } = await world.run({
    between: window,
    signal: controller.signal,
    onProgress: ({ waitsUntil }) => waitsUntil && controller.abort(),
  })
  expect(progress.open).toEqual({ new: 2, sent: 0, created: 0 })
  expect(world.partnerCenter.requests).toEqual([])
  await world.run()
  expect(world.clock.now()).toBeLessThan(opens)
  expect(world.partnerCenter.snapshot().upgrades).toHaveLength(2)
})

test('a limit and a window can be combined', async () => {
  const world = worldAt(4, '2026-01-01T06:10:00Z')
  const { progress } = await world.run({ between: window, limit: 2 })
  expect(progress).toMatchObject({ limitReached: true, open: { new: 2 }, ended: { completed: 2 } })
  expect(progress.waitsUntil).toBeUndefined()
  expect(createsOf(world)[0]).toBeGreaterThanOrEqual(opens)
})

test('a dry run ignores the schedule', async () => {
  const world = worldAt(1, '2026-01-01T06:10:00Z')
  await world.run({ between: window, dryRun: true })
  expect(world.partnerCenter.requests[0]?.at).toBeLessThan(opens)
})
