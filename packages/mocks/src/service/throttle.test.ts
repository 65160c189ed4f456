import { expect, test } from 'vitest'
import { createClock } from '../time/clock.ts'
import { createThrottle, type ThrottleLimit } from './throttle.ts'

function setUp(...limits: ThrottleLimit[]) {
  const clock = createClock({ start: 0 })
  const throttle = createThrottle(limits, clock)
  return { clock, call: (customer = 'a', operation = 'createProductUpgrade') => throttle(operation, customer) }
}

test('the configured number of calls is admitted, and the next one gets the time to wait', () => {
  const { clock, call } = setUp({ requests: 2, per: '60s' })
  expect(call()).toBeUndefined()
  clock.advance('3s')
  expect([call(), call()]).toEqual([undefined, 57])
})

test('the call is admitted after the wait, and not a moment before', () => {
  const { clock, call } = setUp({ requests: 1, per: '60s' })
  call()
  clock.advance(59_999)
  expect(call()).toBe(1)
  clock.advance(1)
  expect(call()).toBeUndefined()
})

test('a throttled call does not extend the wait', () => {
  const { clock, call } = setUp({ requests: 1, per: '60s' })
  call()
  clock.advance('30s')
  expect([call(), call()]).toEqual([30, 30])
})

test('no window of the configured length has more calls than allowed', () => {
  const { clock, call } = setUp({ requests: 5, per: '10s' })
  const passed: number[] = []
  for (let second = 0; second < 100; second += 1) {
    for (let attempt = 0; attempt < 3; attempt += 1) if (call() === undefined) passed.push(second)
    clock.advance('1s')
  }
  for (const start of passed) {
    expect(passed.filter((time) => time >= start && time < start + 10).length).toBeLessThanOrEqual(5)
  }
  expect(passed).toHaveLength(50)
})

test('customers share a limit per partner, and have separate limits per customer', () => {
  const shared = setUp({ requests: 1, per: '1m' })
  expect([shared.call('a'), shared.call('b')]).toEqual([undefined, 60])
  const own = setUp({ requests: 1, per: '1m', by: 'customer' })
  expect([own.call('a'), own.call('b'), own.call('A')]).toEqual([undefined, undefined, 60])
})

test('a limit may apply to some operations only', () => {
  const { call } = setUp({ requests: 1, per: '1m', operations: ['createProductUpgrade'] })
  expect([call('a'), call('a', 'getProductUpgradeStatus'), call('a')]).toEqual([undefined, undefined, 60])
})

test('operations may share a limit', () => {
  const operations = ['createProductUpgrade', 'getProductUpgradeStatus'] as const
  const { call } = setUp({ requests: 1, per: '1m', operations })
  expect([call('a'), call('a', 'getProductUpgradeStatus')]).toEqual([undefined, 60])
})

test('with several limits, the longest wait applies', () => {
  const { call } = setUp({ requests: 1, per: '10s' }, { requests: 1, per: '60s', by: 'customer' })
  expect([call(), call()]).toEqual([undefined, 60])
})

test('a limit of zero is refused', () => {
  expect(() => setUp({ requests: 0, per: '1m' })).toThrow('not 0')
})

test('a full window admits the next call when the oldest one leaves it', () => {
  const { clock, call } = setUp({ requests: 3, per: '60s' })
  for (const pause of ['1s', '2s', '0s'] as const) {
    expect(call()).toBeUndefined()
    clock.advance(pause)
  }
  // The calls came at 0, 1 and 3 seconds.
  expect(call()).toBe(57)
  clock.advance('57s')
  expect(call()).toBeUndefined()
  expect(call()).toBe(1)
  clock.advance('1s')
  expect([call(), call()]).toEqual([undefined, 2])
})

test('an ID in another case counts as the same customer, with and without others between', () => {
  const { call } = setUp({ requests: 1, per: '1m', by: 'customer' })
  expect([call('abc'), call('ABD'), call('ABC'), call('abd')]).toEqual([undefined, undefined, 60, 60])
})
