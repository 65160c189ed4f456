import { expect, test } from 'vitest'
import { createSkippingClock } from '../../test/clock.ts'
import { completed, request, upgradeId } from '../../test/service.ts'
import { createProductUpgradesClient, type RequestGate } from '../index.ts'

const ok = () => Response.json({ ...request, isEligible: true })

test('no more than maxInFlight requests are in flight, and all are sent eventually', async () => {
  let inFlight = 0
  let most = 0
  const upgrades = createProductUpgradesClient({
    credential: 't',
    maxInFlight: 3,
    async fetch() {
      most = Math.max(most, ++inFlight)
      await new Promise((resolve) => setImmediate(resolve))
      inFlight--
      return ok()
    },
  })
  const results = await Promise.all(Array.from({ length: 50 }, () => upgrades.checkEligibility(request)))
  expect(results).toHaveLength(50)
  expect(most).toBe(3)
})

/** A client whose first request gets a 429, and the times of its requests, in milliseconds. */
function throttledOnce(headers: Record<string, string>, options: { retries?: number; random?: () => number } = {}) {
  const clock = createSkippingClock()
  const begin = clock.now()
  const sent: number[] = []
  const upgrades = createProductUpgradesClient({
    credential: 't',
    clock,
    ...options,
    async fetch() {
      sent.push(clock.now() - begin)
      return sent.length === 1 ? new Response(null, { status: 429, headers }) : ok()
    },
  })
  return { upgrades, sent }
}

test('after a 429, no request is sent before Retry-After has passed', async () => {
  const { upgrades, sent } = throttledOnce({ 'Retry-After': '57' })
  const first = upgrades.checkEligibility(request)
  await new Promise((resolve) => setImmediate(resolve))
  await Promise.all([first, ...Array.from({ length: 5 }, () => upgrades.checkEligibility(request))])
  expect(sent[0]).toBe(0)
  expect(Math.min(...sent.slice(1))).toBeGreaterThanOrEqual(57_000)
  expect(sent).toHaveLength(7)
})

test('after two concurrent 429s, the longer Retry-After holds back all requests', async () => {
  const clock = createSkippingClock()
  const begin = clock.now()
  const sent: number[] = []
  const upgrades = createProductUpgradesClient({
    credential: 't',
    clock,
    async fetch() {
      const number = sent.push(clock.now() - begin)
      if (number > 2) return ok()
      return new Response(null, { status: 429, headers: { 'Retry-After': number === 1 ? '57' : '5' } })
    },
  })
  await Promise.all([upgrades.checkEligibility(request), upgrades.checkEligibility(request)])
  expect(sent.slice(0, 2)).toEqual([0, 0])
  expect(Math.min(...sent.slice(2))).toBeGreaterThanOrEqual(57_000)
})

test('a 429 without Retry-After holds back all requests, too', async () => {
  const { upgrades, sent } = throttledOnce({}, { retries: 0, random: () => 1 })
  await expect(upgrades.checkEligibility(request)).rejects.toMatchObject({ status: 429 })
  await upgrades.checkEligibility(request)
  expect(sent).toEqual([0, expect.any(Number)])
  expect(sent[1]).toBeGreaterThanOrEqual(500)
})

test('all watched upgrades share the rate limit of polls', async () => {
  const clock = createSkippingClock()
  const polled: number[] = []
  const { baseUrl } = { baseUrl: 'https://api.partnercenter.microsoft.com' }
  const upgrades = createProductUpgradesClient({
    credential: 't',
    clock,
    pollsPerMinute: 60,
    async fetch() {
      polled.push(clock.now())
      return Response.json({ ...completed, status: polled.length > 20 ? 'Completed' : 'InProgress' })
    },
  })
  const upgrade = { ...request, upgradeId, baseUrl }
  await Promise.all(Array.from({ length: 10 }, () => upgrades.waitForCompletion(upgrade)))
  const gaps = polled.slice(1).map((time, index) => time - (polled[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000)
})

test('a caller that aborts while queued does not affect the others', async () => {
  const controller = new AbortController()
  let finish = (): void => {}
  const upgrades = createProductUpgradesClient({
    credential: 't',
    maxInFlight: 1,
    fetch: () =>
      new Promise((resolve) => {
        finish = () => resolve(ok())
      }),
  })
  const first = upgrades.checkEligibility(request)
  const second = upgrades.checkEligibility(request, { signal: controller.signal })
  const third = upgrades.checkEligibility(request)
  await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  await expect(second).rejects.toMatchObject({ name: 'AbortError' })
  finish()
  await first
  await new Promise((resolve) => setImmediate(resolve))
  finish()
  await third
})

/** A clock that is set back by an hour as soon as `isTime` returns true. */
function createUnsteadyClock(isTime: () => boolean) {
  const steady = createSkippingClock()
  const now = () => steady.now() - (isTime() ? 3_600_000 : 0)
  return { steady, clock: { now, sleep: steady.sleep } }
}

test('setting the clock back does not prolong a Retry-After', async () => {
  let sent = 0
  let retried = false
  const { steady, clock } = createUnsteadyClock(() => retried)
  const begin = steady.now()
  const upgrades = createProductUpgradesClient({
    credential: 't',
    clock,
    totalTimeout: 86_400_000,
    onRetry: () => {
      retried = true
    },
    fetch: async () => (++sent === 1 ? new Response(null, { status: 429, headers: { 'Retry-After': '57' } }) : ok()),
  })
  await upgrades.checkEligibility(request)
  await upgrades.checkEligibility(request)
  expect(steady.now() - begin).toBeLessThanOrEqual(2 * 57_000)
})

test('setting the clock back does not delay polls', async () => {
  let sent = 0
  const { steady, clock } = createUnsteadyClock(() => sent > 1)
  const begin = steady.now()
  const upgrades = createProductUpgradesClient({
    credential: 't',
    clock,
    fetch: async () => {
      sent++
      return Response.json(completed)
    },
  })
  const upgrade = { ...request, upgradeId, baseUrl: upgrades.baseUrl }
  for (let polls = 0; polls < 4; polls++) await upgrades.poll(upgrade)
  expect(steady.now() - begin).toBeLessThan(5_000)
})

/** A gate that admits a request when the test opens it, and the calls made to it. */
function createTestGate() {
  const asked: string[] = []
  let open = (): void => {}
  const gate: RequestGate = {
    pass: () => asked.push('pass') > 99,
    wait: (signal) =>
      new Promise((resolve, reject) => {
        asked.push('wait')
        open = resolve
        signal?.addEventListener('abort', () => reject(signal.reason))
      }),
    leave: () => void asked.push('leave'),
    close: (ms) => void asked.push(`close ${ms}`),
  }
  return { gate, asked, open: () => open() }
}

test('with a gate of the caller, a create is recorded and its time starts only once the gate admits it', async () => {
  const { gate, asked, open } = createTestGate()
  const clock = createSkippingClock()
  const saved: string[] = []
  const durations: number[] = []
  const entry = { save: () => void saved.push('sending'), clear: () => {}, close: () => {} }
  const upgrades = createProductUpgradesClient({
    credential: 't',
    gate,
    idempotency: { open: async () => entry },
    clock,
    onResponse: ({ duration }) => void durations.push(duration),
    fetch: async () => new Response(null, { status: 202, headers: { Location: `productUpgrades/${upgradeId}` } }),
  })
  const created = upgrades.create(request)
  await new Promise((resolve) => setImmediate(resolve))
  await clock.sleep(60_000)
  expect([asked, saved]).toEqual([['pass', 'wait'], []])
  open()
  expect((await created).upgradeId).toBe(upgradeId)
  expect(asked).toEqual(['pass', 'wait', 'leave'])
  expect(saved[0]).toBe('sending')
  expect(durations).toEqual([0])
})

test('a 429 closes a gate of the caller, and a call that is aborted before it was admitted does not leave it', async () => {
  const { gate, asked, open } = createTestGate()
  const headers = { 'Retry-After': '57' }
  const upgrades = createProductUpgradesClient({
    credential: 't',
    gate,
    retries: 0,
    fetch: async () => new Response(null, { status: 429, headers }),
  })
  const throttled = upgrades.checkEligibility(request)
  await new Promise((resolve) => setImmediate(resolve))
  open()
  await expect(throttled).rejects.toMatchObject({ status: 429 })
  expect(asked).toEqual(['pass', 'wait', 'leave', 'close 57000'])
  const controller = new AbortController()
  const aborted = upgrades.checkEligibility(request, { signal: controller.signal })
  await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
  expect(asked.slice(4)).toEqual(['pass', 'wait'])
})
