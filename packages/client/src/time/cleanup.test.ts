import { getEventListeners } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { request } from '../../test/service.ts'
import { createProductUpgradesClient } from '../index.ts'
import { abortable } from './abortable.ts'
import { startTimer, systemClock } from './clock.ts'
import { startTimeout } from './timeout-signal.ts'

function useFakeTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
}

test.for(['resolves', 'rejects'] as const)('work that %s leaves no listener on its signal', async (end) => {
  const { signal } = new AbortController()
  const work = abortable<void>(signal, (resolve, reject) => {
    if (end === 'resolves') resolve()
    else reject(new Error('over'))
    return () => {}
  })
  await work.catch(() => {})
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test("an aborted sleep rejects with the signal's reason, and leaves no timer", async () => {
  useFakeTimers()
  const controller = new AbortController()
  const sleep = systemClock.sleep(60_000, controller.signal)
  expect(vi.getTimerCount()).toBe(1)
  controller.abort(new Error('enough'))
  await expect(sleep).rejects.toThrow('enough')
  expect(vi.getTimerCount()).toBe(0)
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
})

test('a sleep ends after its time, and leaves no listener', async () => {
  useFakeTimers()
  const { signal } = new AbortController()
  let over = false
  const sleep = systemClock.sleep(60_000, signal).then(() => {
    over = true
  })
  await vi.advanceTimersByTimeAsync(59_999)
  expect(over).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await sleep
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('a timer for more than 25 days does not fire at once', async () => {
  useFakeTimers()
  const fired = vi.fn()
  startTimer(fired, 2 ** 31 + 1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fired).not.toHaveBeenCalled()
})

test('a timeout in the past fires at once, and Node emits no warning', async () => {
  const warnings = vi.spyOn(process, 'emitWarning')
  onTestFinished(() => warnings.mockRestore())
  const { signal } = startTimeout(-1_500, undefined)
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
  expect(warnings).not.toHaveBeenCalled()
})

test('a timeout that is cleared leaves neither timer nor listener', () => {
  useFakeTimers()
  const { signal } = new AbortController()
  const timeoutSignal = startTimeout(1_000, signal)
  expect(vi.getTimerCount()).toBe(1)
  timeoutSignal.clear()
  expect(vi.getTimerCount()).toBe(0)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('a timeout under an aborted signal starts aborted', () => {
  const timeoutSignal = startTimeout(1_000, AbortSignal.abort())
  timeoutSignal.clear()
  expect(timeoutSignal.signal.aborted).toBe(true)
})

const settled = () => new Promise((resolve) => setImmediate(resolve))
const eligible = () => Response.json({ ...request, isEligible: true })

// A remaining timer would keep a process from exiting.
test('a call that was queued leaves no timer', async () => {
  useFakeTimers()
  const finish: (() => void)[] = []
  const upgrades = createProductUpgradesClient({
    credential: 't',
    maxInFlight: 1,
    fetch: () => new Promise((resolve) => finish.push(() => resolve(eligible()))),
  })
  const calls = [upgrades.checkEligibility(request), upgrades.checkEligibility(request)]
  for (const call of calls) {
    await settled()
    finish.shift()?.()
    await call
  }
  expect(vi.getTimerCount()).toBe(0)
})

test('a call aborted during a Retry-After leaves no timer', async () => {
  useFakeTimers()
  const throttled = new Response(null, { status: 429, headers: { 'Retry-After': '57' } })
  const upgrades = createProductUpgradesClient({ credential: 't', retries: 0, fetch: async () => throttled })
  await expect(upgrades.checkEligibility(request)).rejects.toMatchObject({ status: 429 })
  const controllers = [new AbortController(), new AbortController()]
  const calls = controllers.map(({ signal }) => upgrades.checkEligibility(request, { signal }).catch(() => {}))
  await settled()
  for (const controller of controllers) controller.abort()
  await Promise.all(calls)
  expect(vi.getTimerCount()).toBe(0)
})
