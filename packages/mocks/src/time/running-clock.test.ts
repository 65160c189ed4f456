import { getEventListeners } from 'node:events'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createRunningClock } from './running-clock.ts'

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

test('it runs like the clock of the machine, and an advance moves it ahead', () => {
  const clock = createRunningClock()
  const start = Date.now()
  expect(clock.now()).toBe(start)
  vi.advanceTimersByTime(1_000)
  clock.advance('1h')
  vi.advanceTimersByTime(1_000)
  expect(clock.now()).toBe(start + 3_602_000)
})

test('an advance wakes the sleepers that are due, in order, and shortens the waits of the others', async () => {
  const clock = createRunningClock()
  const woken: string[] = []
  void clock.sleep(7_200_000).then(() => woken.push('two hours'))
  void clock.sleep(3_000).then(() => woken.push('three seconds'))
  void clock.sleep(2_000).then(() => woken.push('two seconds'))
  clock.advance('1h')
  await vi.advanceTimersByTimeAsync(0)
  expect(woken).toEqual(['two seconds', 'three seconds'])
  await vi.advanceTimersByTimeAsync(3_599_999)
  expect(woken).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(woken).toHaveLength(3)
})

test('a sleep that is aborted before or during the wait leaves nothing behind, nor does one that ends', async () => {
  const clock = createRunningClock()
  const controller = new AbortController()
  const sleep = clock.sleep(60_000, controller.signal)
  const ended = clock.sleep(0, controller.signal)
  await vi.advanceTimersByTimeAsync(0)
  await ended
  controller.abort(new Error('enough'))
  await expect(sleep).rejects.toThrow('enough')
  await expect(clock.sleep(60_000, controller.signal)).rejects.toThrow('enough')
  expect(vi.getTimerCount()).toBe(0)
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
})

test('a clock only moves forward', () => {
  expect(() => createRunningClock().advance(-1)).toThrow('Invalid duration: -1.')
})

test('an advance wakes due sleepers without another timer, and leaves one timer for each of the others', async () => {
  const clock = createRunningClock()
  const woken: string[] = []
  void clock.sleep(60_000).then(() => woken.push('a minute'))
  void clock.sleep(90_000).then(() => woken.push('more'))
  clock.advance('1m')
  for (let step = 0; step < 20; step += 1) await Promise.resolve()
  expect(woken).toEqual(['a minute'])
  expect(vi.getTimerCount()).toBe(1)
  clock.advance('1m')
  expect(vi.getTimerCount()).toBe(0)
})
