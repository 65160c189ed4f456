import { toMonotonic } from '@partner-upgrades/client'
import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createPollBudget } from './poll-budget.ts'

function setUp(perMinute: number) {
  const clock = createClock()
  return { clock, ...createPollBudget(toMonotonic(clock), perMinute) }
}

test('the first poll may be made at once, and the next ones at even distances', () => {
  const { clock, available, take, wait } = setUp(60)
  expect([available(1), wait(1)]).toEqual([1, 0])
  take(1)
  expect([available(1), wait(1)]).toEqual([0, 1_000])
  clock.advance(400)
  expect([available(1), wait(1)]).toEqual([0, 600])
  clock.advance(600)
  expect([available(1), wait(1)]).toEqual([1, 0])
})

test('polls that were not made are kept for a second, and one is kept for ever', () => {
  const { clock, available, take } = setUp(600)
  clock.advance('1m')
  expect(available(1)).toBe(10)
  take(4)
  expect(available(1)).toBe(6)
  const slow = setUp(1)
  slow.clock.advance('1h')
  expect(slow.available(1)).toBe(1)
})

test('several workers share the budget', () => {
  const { clock, available, take, wait } = setUp(60)
  take(1)
  expect(wait(3)).toBe(3_000)
  clock.advance(2_998)
  expect(available(3)).toBe(0)
  clock.advance(2)
  expect(available(3)).toBe(1)
})
