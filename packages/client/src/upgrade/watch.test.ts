import { expect, onTestFinished, test, vi } from 'vitest'
import { createSkippingClock } from '../../test/clock.ts'
import { accepted, completed, fault, request, type Step, script, upgrade, upgradeId } from '../../test/service.ts'
import { createProductUpgradesClient, type ProductUpgradesClientOptions } from '../index.ts'

const running: Step = () => Response.json({ ...completed, status: 'InProgress', lineItems: [] })
const done: Step = () => Response.json(completed)
const broken: Step = () => new Response(null, { status: 503 })

function setUp(steps: readonly Step[], options: Partial<ProductUpgradesClientOptions> = {}) {
  const clock = createSkippingClock()
  const { fetch, seen } = script(...steps)
  const given = { credential: 't', clock, fetch, random: () => 0.5, retries: 0, ...options }
  return { clock, seen, upgrades: createProductUpgradesClient(given) }
}

test('a few failed polls do not end watching', async () => {
  const { upgrades } = setUp([running, broken, new TypeError('fetch failed'), broken, running, broken, done])
  expect(await upgrades.waitForCompletion(upgrade)).toEqual(completed)
})

test('failures that were followed by a success no longer count', async () => {
  const fourTimes = Array(4).fill(broken)
  const { upgrades } = setUp([running, ...fourTimes, running, ...fourTimes, running, ...fourTimes, done])
  expect(await upgrades.waitForCompletion(upgrade)).toEqual(completed)
})

test('polls that keep failing end watching', async () => {
  const { upgrades, seen } = setUp(Array(20).fill(broken))
  await expect(upgrades.waitForCompletion(upgrade)).rejects.toMatchObject({ name: 'FaultError', status: 503 })
  expect(seen).toHaveLength(6)
})

test('a refusal ends watching at once', async () => {
  const { upgrades, seen } = setUp([running, fault(404, '900106')])
  await expect(upgrades.waitForCompletion(upgrade)).rejects.toMatchObject({ code: '900106' })
  expect(seen).toHaveLength(2)
})

test('watch waits up to the settling time for an upgrade that the service does not show yet', async () => {
  const unseen = (count: number) => Array.from({ length: count }, () => fault(404, '900106'))
  const often = { minPollDelay: 1_000, maxPollDelay: 1_000 }
  const { upgrades } = setUp([...unseen(119), done], often)
  expect(await upgrades.waitForCompletion(upgrade)).toMatchObject({ status: 'Completed' })
  const { upgrades: others, seen } = setUp(unseen(130), often)
  await expect(others.waitForCompletion(upgrade)).rejects.toMatchObject({ code: '900106' })
  expect(seen).toHaveLength(121)
})

test('the time between polls grows from seconds to a minute', async () => {
  const { upgrades, clock } = setUp([...Array(10).fill(running), done])
  await upgrades.waitForCompletion(upgrade)
  expect(clock.naps).toEqual([5_000, 7_500, 11_250, 16_875, 25_312.5, 37_968.75, 56_953.125, 60_000, 60_000, 60_000])
})

test('a stored reference keeps its deadline', async () => {
  const first = setUp([accepted()])
  const created = await first.upgrades.create(request, { completeWithin: 60_000 })
  expect(created).toEqual({ ...upgrade, deadline: '2026-01-01T00:01:00.000Z' })
  const stored = JSON.parse(JSON.stringify(created))

  const second = setUp(Array(20).fill(running))
  await expect(second.upgrades.waitForCompletion(stored)).rejects.toMatchObject({
    name: 'WaitDeadlineError',
    upgrade: stored,
    status: { status: 'InProgress' },
  })
  expect(second.clock.now()).toBe(Date.parse('2026-01-01T00:01:00.000Z'))
})

test('the earlier of deadline and timeout applies', async () => {
  const late = { ...upgrade, deadline: '2026-01-01T01:00:00.000Z' }
  const { upgrades, clock } = setUp(Array(20).fill(running))
  await expect(upgrades.waitForCompletion(late, { timeout: 30_000 })).rejects.toThrow('The deadline passed')
  expect(clock.now()).toBe(Date.parse('2026-01-01T00:00:30.000Z'))
})

test('a poll after the deadline says so, not that the upgrade failed', async () => {
  const { upgrades } = setUp([running, done])
  const over = { ...upgrade, deadline: '2025-12-31T00:00:00Z' }
  expect(await upgrades.poll(over)).toMatchObject({ outcome: 'deadlinePassed' })
  expect(await upgrades.poll(over)).toMatchObject({ outcome: 'completed' })
})

test('the error of a failed upgrade has the errors of its line items', async () => {
  const status = {
    id: upgradeId,
    status: 'Failed',
    lineItems: [{ status: 'Failed', errorDetails: { code: '42', description: 'Out of quota.' } }],
  }
  const { upgrades } = setUp([() => Response.json(status)])
  await expect(upgrades.waitForCompletion(upgrade)).rejects.toMatchObject({
    name: 'UpgradeFailedError',
    outcome: 'failed',
    status,
    upgrade,
  })
})

test('leaving watch early leaves no timer or listener', async () => {
  const { upgrades, seen } = setUp([running, running, done])
  for await (const { status } of upgrades.watch(upgrade)) {
    expect(status).toBe('InProgress')
    break
  }
  expect(seen).toHaveLength(1)
})

/** A client of a service that stops responding, with fake timers. */
function setUpStalled(...steps: readonly Step[]) {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const stalled: Step = (_, { signal }) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  const { fetch } = script(...steps, stalled, stalled, stalled)
  return createProductUpgradesClient({ credential: 't', fetch })
}

test('a poll without a response does not outlast the timeout', async () => {
  const upgrades = setUpStalled(running)
  const begin = Date.now()
  const wait = upgrades.waitForCompletion(upgrade, { timeout: 20_000 }).catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  expect(await wait).toMatchObject({ name: 'WaitDeadlineError', upgrade, status: { status: 'InProgress' } })
  expect(Date.now() - begin).toBe(20_000)
  expect(vi.getTimerCount()).toBe(0)
})

test('aborting a poll without a response is an abort', async () => {
  const upgrades = setUpStalled()
  const controller = new AbortController()
  const { signal } = controller
  const wait = upgrades.waitForCompletion(upgrade, { timeout: 20_000, signal }).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(1_000)
  controller.abort()
  expect(await wait).toMatchObject({ name: 'AbortError' })
  expect(vi.getTimerCount()).toBe(0)
})

test('an infinite timeout sets no deadline', async () => {
  const { upgrades } = setUp([running, done])
  expect(await upgrades.waitForCompletion(upgrade, { timeout: Number.POSITIVE_INFINITY })).toEqual(completed)
})
