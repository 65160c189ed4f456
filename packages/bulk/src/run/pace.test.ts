import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createInFlight } from './in-flight.ts'
import { createPace } from './pace.ts'
import { createPollBudget } from './poll-budget.ts'
import { quietUntil } from './quiet-until.ts'

test('parallelism grows by one for as many good answers as go at once, and no further than it may', () => {
  const pace = createPace(6)
  expect(pace.limit).toBe(4)
  for (let answer = 0; answer < 5; answer++) pace.accepted()
  expect(pace.limit).toBe(5)
  for (let answer = 0; answer < 100; answer++) pace.accepted()
  expect(pace.limit).toBe(6)
})

test('a 429 halves it, and those that were under way together count once', () => {
  const pace = createPace(16, 16)
  for (let request = 0; request < 16; request++) pace.refused(1_000 + request, 2_000)
  expect(pace.limit).toBe(8)
  pace.refused(2_500, 3_000)
  expect(pace.limit).toBe(4)
})

test('it never falls below one', () => {
  const pace = createPace(4)
  for (let time = 0; time < 10; time++) pace.refused(time, time)
  expect(pace.limit).toBe(1)
})

test('a request that hangs for ten seconds no longer counts, and does again for nobody when it ends', async () => {
  const clock = createClock()
  let finish = (): void => {}
  const answer = new Promise<Response>((resolve) => {
    finish = () => resolve(new Response())
  })
  const inFlight = createInFlight(clock, () => answer)
  const request = inFlight.fetch('https://partner.example', {})
  expect([inFlight.hanging(), inFlight.nextToHang()]).toEqual([0, clock.now() + 10_000])
  clock.advance('10s')
  expect([inFlight.hanging(), inFlight.nextToHang()]).toEqual([1, Number.POSITIVE_INFINITY])
  finish()
  await request
  expect(inFlight.hanging()).toBe(0)
})

test('a budget of looks is shared by the workers, and what is not used within a second is gone', () => {
  const clock = createClock()
  const budget = createPollBudget(clock, 120)
  clock.advance('1h')
  expect(budget.available(1)).toBe(2)
  budget.take(2)
  expect(budget.available(1)).toBe(0)
  expect(budget.wait(1)).toBe(500)
  expect(budget.wait(4)).toBe(2_000)
  clock.advance('2s')
  expect(budget.available(4)).toBe(1)
})

test.for([
  ['57', 57_000],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
  ['31536000', 3_600_000],
  ['soon', 0],
  ['', 0],
] as const)('Retry-After %j asks for quiet until %i', ([value, until]) => {
  expect(quietUntil(new Headers({ 'Retry-After': value }), 0)).toBe(until)
})
