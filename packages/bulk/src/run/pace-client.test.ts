import { toMonotonic } from '@partner-upgrades/client'
import { createClock } from '@partner-upgrades/mocks/core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { setUpJournal } from '../../test/set-up-journal.ts'
import type { ConcurrencyLimit } from './concurrency-limit.ts'
import { paceClient } from './pace-client.ts'

type OnResponse = NonNullable<ReturnType<typeof paceClient>['client']['onResponse']>
type ResponseEvent = Parameters<OnResponse>[0]

/** A paced client, and what it tells its store and its limit. */
async function setUp(given: Partial<Parameters<typeof paceClient>[0]> = {}, fails?: Error) {
  const clock = createClock()
  const monotonic = toMonotonic(clock)
  const store = await setUpJournal(1).join()
  const told: unknown[] = []
  const hold = async (ms: number): Promise<void> => {
    told.push(['hold', ms])
    if (fails) throw fails
  }
  const limit: ConcurrencyLimit = {
    limit: 4,
    accepted: () => void told.push('accepted'),
    refused: (startedAt, now) => void told.push(['refused', startedAt, now]),
  }
  const stop = (error: unknown): void => void told.push(error)
  const { client, inFlight } = paceClient(
    { credential: 'token', ...given },
    { ...store, hold },
    3,
    monotonic,
    limit,
    stop,
  )
  const answer = (event: Partial<ResponseEvent>): void =>
    client.onResponse?.({ duration: 0, ...event } as ResponseEvent)
  return { clock, told, client, inFlight, answer, elapsed: monotonic.elapsed }
}

test('a response other than 429 raises the limit, a 429 lowers it, and no response does neither', async () => {
  const { told, answer, clock, elapsed } = await setUp()
  const begin = elapsed()
  clock.advance(5_000)
  for (const status of [202, 500, undefined]) answer(status === undefined ? {} : { status })
  answer({ status: 429, duration: 2_000 })
  expect(told).toEqual(['accepted', 'accepted', ['refused', begin + 3_000, begin + 5_000]])
})

test('a Retry-After pauses the tenant once, however many requests are told', async () => {
  const { told, answer, clock } = await setUp()
  const holds = () => told.filter((each) => Array.isArray(each) && each[0] === 'hold')
  for (let times = 0; times < 3; times++) answer({ status: 429, retryAfter: 5_000 })
  clock.advance(1_000)
  answer({ status: 429, retryAfter: 4_000 })
  expect(holds()).toEqual([['hold', 5_000]])
  answer({ status: 429, retryAfter: 4_001 })
  expect(holds()).toEqual([
    ['hold', 5_000],
    ['hold', 4_001],
  ])
})

test('a 429 without Retry-After pauses nothing', async () => {
  const { told, answer } = await setUp()
  answer({ status: 429 })
  answer({ status: 429, retryAfter: 0 })
  expect(told).not.toContainEqual(['hold', expect.anything()])
})

test('no pause is longer than an hour', async () => {
  const { told, answer } = await setUp()
  answer({ status: 429, retryAfter: 86_400_000 })
  expect(told).toContainEqual(['hold', 3_600_000])
})

test('a pause that cannot be recorded stops the run', async () => {
  const failure = new Error('full')
  const { told, answer } = await setUp({}, failure)
  answer({ status: 429, retryAfter: 1_000 })
  await vi.waitFor(() => expect(told).toContain(failure))
})

test('the given options are kept, except those of the run’s own pace', async () => {
  const seen: unknown[] = []
  const { client, answer } = await setUp({
    timeout: 7_000,
    maxInFlight: 1,
    pollsPerMinute: 1,
    onResponse: (event) => void seen.push(event.status),
  })
  expect(client).toMatchObject({
    credential: 'token',
    timeout: 7_000,
    maxInFlight: 3,
    pollsPerMinute: Number.POSITIVE_INFINITY,
  })
  answer({ status: 429 })
  answer({ status: 200 })
  expect(seen).toEqual([429, 200])
})

test('without a fetch of its own, a client uses the global one, whenever it was set', async () => {
  const { client } = await setUp()
  const { fetch } = globalThis
  onTestFinished(() => void Object.assign(globalThis, { fetch }))
  const given: unknown[] = []
  globalThis.fetch = async (...words) => {
    given.push(words)
    return new Response('own')
  }
  const response = await client.fetch?.('https://api.partnercenter.microsoft.com/', { method: 'POST' })
  expect(await response?.text()).toBe('own')
  expect(given).toEqual([['https://api.partnercenter.microsoft.com/', { method: 'POST' }]])
})

test('requests in flight are counted', async () => {
  let arrive = (_: Response): void => {}
  const arrival = new Promise<Response>((resolve) => {
    arrive = resolve
  })
  const { client, inFlight, clock } = await setUp({ fetch: () => arrival })
  const sent = client.fetch?.('https://api.partnercenter.microsoft.com/', {})
  expect([inFlight.hanging(), inFlight.untilNextHangs()]).toEqual([0, 10_000])
  clock.advance(10_000)
  expect([inFlight.hanging(), inFlight.untilNextHangs()]).toEqual([1, Number.POSITIVE_INFINITY])
  arrive(new Response())
  await sent
  expect(inFlight.hanging()).toBe(0)
})
