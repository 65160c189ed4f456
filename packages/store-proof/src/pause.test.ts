import { expect, test } from 'vitest'
import { watchPause } from './pause.ts'

test('exactly one request is told to wait, once the pause may begin', () => {
  let may = false
  const pause = watchPause(
    10_000,
    () => may,
    () => 0,
  )
  expect([pause.arrived(), pause.begun]).toEqual([false, false])
  may = true
  expect([pause.arrived(), pause.begun]).toEqual([true, true])
  expect([pause.arrived(), pause.requests]).toEqual([false, 0])
})

test.for([
  ['a request in flight', 0, 0],
  ['a request in the first half', 4_999, 0],
  ['a request at the middle', 5_000, 1],
  ['a request just before the last tenth', 8_999, 1],
  ['a request sent early by a slightly wrong clock', 9_000, 0],
  ['a request after the end', 10_000, 0],
] as const)('%s: %i ms into the pause, %i requests count', ([, after, counted]) => {
  let time = 3_000
  const pause = watchPause(
    10_000,
    () => true,
    () => time,
  )
  pause.arrived()
  time += after
  expect([pause.arrived(), pause.requests]).toEqual([false, counted])
})
