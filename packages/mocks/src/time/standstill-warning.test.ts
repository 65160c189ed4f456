import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})

beforeEach(() => {
  vi.useFakeTimers()
  // The warning keeps the timer functions from when it was loaded.
  vi.resetModules()
})

afterEach(() => {
  vi.useRealTimers()
  warn.mockClear()
})

async function makeClock(options: { readonly auto?: boolean } = {}) {
  const { createClock } = await import('./clock.ts')
  return createClock({ start: '2026-01-01T00:00:00Z', ...options })
}

test('code that waits a second for a clock that stands still causes one warning, which says what ends the wait', async () => {
  const clock = await makeClock()
  void clock.sleep(57_000)
  void clock.sleep(60_000)
  vi.advanceTimersByTime(999)
  expect(warn).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(warn.mock.calls.flat()).toEqual([
    expect.stringMatching(
      /stands still at 2026-01-01T00:00:00.000Z.*clock\.advance\(57000\).*createClock\({ auto: true }\)/,
    ),
  ])
  void clock.sleep(1_000)
  vi.advanceTimersByTime(10_000)
  expect(warn).toHaveBeenCalledOnce()
})

test('there is no warning if the clock is advanced in time, the wait is aborted, or the clock is automatic', async () => {
  const [advanced, aborted, automatic] = [await makeClock(), await makeClock(), await makeClock({ auto: true })]
  const controller = new AbortController()
  const sleep = aborted.sleep(57_000, controller.signal)
  void advanced.sleep(57_000)
  void automatic.sleep(57_000)
  vi.advanceTimersByTime(500)
  advanced.advance('1m')
  controller.abort(new Error('enough'))
  await expect(sleep).rejects.toThrow('enough')
  vi.advanceTimersByTime(10_000)
  expect(warn).not.toHaveBeenCalled()
})

test('a wait that begins after an advance is watched, too', async () => {
  const clock = await makeClock()
  void clock.sleep(1_000)
  clock.advance('1m')
  void clock.sleep(2_000)
  vi.advanceTimersByTime(1_000)
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('clock.advance(2000)'))
})

test('advancing the clock step by step causes no warning', async () => {
  const clock = await makeClock()
  void clock.sleep(57_000)
  vi.advanceTimersByTime(900)
  clock.advance('1s')
  vi.advanceTimersByTime(900)
  expect(warn).not.toHaveBeenCalled()
})

test('in a browser, where a timer is a number, code may wait, too', async () => {
  vi.stubGlobal('setTimeout', () => 7)
  try {
    const clock = await makeClock()
    const sleep = clock.sleep(57_000)
    clock.advance('1m')
    expect(await sleep).toBeUndefined()
  } finally {
    vi.unstubAllGlobals()
  }
})
