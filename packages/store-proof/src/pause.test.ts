import { expect, test } from 'vitest'
import { watchPause } from './pause.ts'

test('one request is answered with a pause, once it may begin', () => {
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
  ['what was under way', 0, 0],
  ['what arrives until half of it is over', 4_999, 0],
  ['what arrives from then on', 5_000, 1],
  ['what arrives right before its last tenth', 8_999, 1],
  ['what a clock that is off a little sends early', 9_000, 0],
  ['what arrives when it is over', 10_000, 0],
] as const)('%s: %i ms after it was asked for, %i requests count', ([, after, counted]) => {
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
