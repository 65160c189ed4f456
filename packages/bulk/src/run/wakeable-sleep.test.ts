import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createWakeableSleep } from './wakeable-sleep.ts'

// So large that adding a ten-thousandth of a millisecond changes nothing.
const start = 1_767_225_747_430

test.for([0.0001, 0.5, 1])('sleeping for %d ms moves the clock, so that rows become due', async (ms) => {
  const clock = createClock({ auto: true, start })
  await createWakeableSleep(clock).sleep(ms)
  expect(clock.now() - start).toBe(1)
})

test('wake ends the current sleep, or else the next one', async () => {
  const clock = createClock({ start })
  const { sleep, wake } = createWakeableSleep(clock)
  const sleeping = sleep(60_000)
  wake()
  await sleeping
  wake()
  await sleep(60_000)
  expect(clock.now()).toBe(start)
})

test('a sleep ends when its signal is aborted', async () => {
  const clock = createClock({ start })
  const stop = new AbortController()
  const { sleep } = createWakeableSleep(clock, stop.signal)
  const sleeping = sleep(60_000)
  stop.abort()
  await sleeping
  await sleep(60_000)
  expect(clock.now()).toBe(start)
})
