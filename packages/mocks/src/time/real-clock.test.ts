import { getEventListeners } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { realClock } from './real-clock.ts'

test('the real clock has the time of the machine', () => {
  expect(Math.abs(realClock.now() - Date.now())).toBeLessThan(1_000)
})

test('a sleep of the real clock can be aborted', async () => {
  const controller = new AbortController()
  const sleep = realClock.sleep(3_600_000, controller.signal)
  controller.abort(new Error('enough'))
  await expect(sleep).rejects.toThrow('enough')
  await expect(realClock.sleep(3_600_000, controller.signal)).rejects.toThrow('enough')
})

test('a sleep takes its full duration, however long, and leaves nothing behind', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { signal } = new AbortController()
  const woken: string[] = []
  void realClock.sleep(60_000, signal).then(() => woken.push('a minute'))
  void realClock.sleep(30 * 86_400_000).then(() => woken.push('a month'))
  await vi.advanceTimersByTimeAsync(59_999)
  expect(woken).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(woken).toEqual(['a minute'])
  expect(getEventListeners(signal, 'abort')).toEqual([])
  await vi.advanceTimersByTimeAsync(20 * 86_400_000)
  expect(woken).toEqual(['a minute'])
})

test('an aborted sleep leaves no timer, and one aborted before it begins starts none', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const controller = new AbortController()
  const sleep = realClock.sleep(60_000, controller.signal)
  controller.abort(new Error('enough'))
  await expect(sleep).rejects.toThrow('enough')
  await expect(realClock.sleep(60_000, controller.signal)).rejects.toThrow('enough')
  expect(vi.getTimerCount()).toBe(0)
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
})
