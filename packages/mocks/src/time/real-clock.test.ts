import { expect, test } from 'vitest'
import { realClock } from './real-clock.ts'

test('the real clock tells the time of the machine', () => {
  expect(Math.abs(realClock.now() - Date.now())).toBeLessThan(1_000)
})

test('a sleep of the real clock can be aborted', async () => {
  const controller = new AbortController()
  const sleep = realClock.sleep(3_600_000, controller.signal)
  controller.abort(new Error('enough'))
  await expect(sleep).rejects.toThrow('enough')
  await expect(realClock.sleep(3_600_000, controller.signal)).rejects.toThrow('enough')
})
