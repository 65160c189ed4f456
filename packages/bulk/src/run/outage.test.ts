import { expect, test } from 'vitest'
import { createOutage, patience } from './outage.ts'

function failing(times: number, now = 0, refused = false) {
  const outage = createOutage()
  for (let time = 0; time < times; time++) outage.trouble(now, refused)
  return outage
}

test('an outage lasts from the tenth failure in a row to the first response', () => {
  const outage = failing(patience - 1)
  expect([outage.lasting, outage.until]).toEqual([false, 0])
  outage.trouble(5_000, false)
  expect([outage.lasting, outage.until]).toEqual([true, 6_000])
  outage.over()
  expect([outage.lasting, outage.until, outage.age(9_000)]).toEqual([false, 0, 0])
})

test('during an outage, the pause between two tries doubles from a second to a minute', () => {
  const outage = failing(patience - 1)
  const pauses = Array.from({ length: 8 }, () => {
    outage.trouble(1_000, false)
    return outage.until - 1_000
  })
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
})

test('its age counts from the first of the failures', () => {
  const outage = createOutage()
  expect(outage.age(3_000)).toBe(0)
  outage.trouble(3_000, false)
  outage.trouble(4_000, false)
  expect(outage.age(10_000)).toBe(7_000)
})

test('only consecutive refusals of the token count', () => {
  const outage = failing(2, 0, true)
  expect(outage.refusals).toBe(2)
  outage.trouble(0, false)
  expect(outage.refusals).toBe(0)
})

test('a 429 is a response, so it ends an outage', () => {
  const outage = failing(patience, 0, true)
  outage.throttled(1_000)
  expect(outage).toMatchObject({ lasting: false, refusals: 0, until: 0, reached: true, everReached: true })
})

test('throttling counts from the first 429 to the next other response, whatever fails in between', () => {
  const outage = createOutage()
  expect(outage.throttledFor(5_000)).toBe(0)
  outage.throttled(5_000)
  outage.trouble(6_000, false)
  outage.throttled(7_000)
  expect(outage.throttledFor(9_000)).toBe(4_000)
  outage.over()
  expect(outage.throttledFor(9_000)).toBe(0)
})

test('whether a response has arrived since the last failure, and ever', () => {
  const outage = createOutage()
  expect(outage).toMatchObject({ reached: false, everReached: false })
  outage.over()
  expect(outage).toMatchObject({ reached: true, everReached: true })
  outage.trouble(0, false)
  expect(outage).toMatchObject({ reached: false, everReached: true })
})
