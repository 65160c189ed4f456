import { toMonotonic } from '@partner-upgrades/client'
import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createConcurrencyLimit } from './concurrency-limit.ts'
import { createPollBudget } from './poll-budget.ts'
import { createRequestsInFlight } from './requests-in-flight.ts'

test('the limit grows by one after as many good responses as requests in flight, up to its maximum', () => {
  const concurrency = createConcurrencyLimit(6)
  expect(concurrency.limit).toBe(4)
  for (let answer = 0; answer < 5; answer++) concurrency.accepted()
  expect(concurrency.limit).toBe(5)
  for (let answer = 0; answer < 100; answer++) concurrency.accepted()
  expect(concurrency.limit).toBe(6)
})

test('a 429 halves the limit, and 429s to concurrent requests count once', () => {
  const concurrency = createConcurrencyLimit(16, 16)
  for (let request = 0; request < 16; request++) concurrency.refused(1_000 + request, 2_000)
  expect(concurrency.limit).toBe(8)
  concurrency.refused(2_500, 3_000)
  expect(concurrency.limit).toBe(4)
})

test('the limit never falls below one', () => {
  const concurrency = createConcurrencyLimit(4)
  for (let time = 0; time < 10; time++) concurrency.refused(time, time)
  expect(concurrency.limit).toBe(1)
})

test('a request counts as hanging after ten seconds, until it ends', async () => {
  const clock = createClock()
  let finish = (): void => {}
  const answer = new Promise<Response>((resolve) => {
    finish = () => resolve(new Response())
  })
  const inFlight = createRequestsInFlight(toMonotonic(clock), () => answer)
  const request = inFlight.fetch('https://partner.example', {})
  expect([inFlight.hanging(), inFlight.untilNextHangs()]).toEqual([0, 10_000])
  clock.advance('10s')
  expect([inFlight.hanging(), inFlight.untilNextHangs()]).toEqual([1, Number.POSITIVE_INFINITY])
  finish()
  await request
  expect(inFlight.hanging()).toBe(0)
})

test('workers share a budget of polls, and polls not used within a second lapse', () => {
  const clock = createClock()
  const budget = createPollBudget(toMonotonic(clock), 120)
  clock.advance('1h')
  expect(budget.available(1)).toBe(2)
  budget.take(2)
  expect(budget.available(1)).toBe(0)
  expect(budget.wait(1)).toBe(500)
  expect(budget.wait(4)).toBe(2_000)
  clock.advance('2s')
  expect(budget.available(4)).toBe(1)
})
