import { expect, onTestFinished, test, vi } from 'vitest'
import { createClock } from './clock.ts'
import { nextTask } from './next-task.ts'

/** As in a browser. */
function withoutImmediates(): void {
  vi.stubGlobal('setImmediate', undefined)
  onTestFinished(() => void vi.unstubAllGlobals())
}

/** Two tasks that sleep in turn, and the times they observe, in minutes. */
async function turns(): Promise<readonly string[]> {
  const clock = createClock({ auto: true, start: 0 })
  const seen: string[] = []
  const sleeper = async (name: string, minutes: number): Promise<void> => {
    for (let count = 0; count < 3; count += 1) {
      await clock.sleep(minutes * 60_000)
      // Like reading a response: the clock waits for code that is still busy.
      for (let step = 0; step < 20; step += 1) await Promise.resolve()
      seen.push(`${name} ${clock.now() / 60_000}`)
    }
  }
  await Promise.all([sleeper('slow', 25), sleeper('quick', 10)])
  return seen
}

const expected = ['quick 10', 'quick 20', 'slow 25', 'quick 30', 'slow 50', 'slow 75']

test('an automatic clock waits for the sleepers it has woken', async () => {
  expect(await turns()).toEqual(expected)
})

test('it also does so in a browser, without a timer', async () => {
  withoutImmediates()
  const timers = vi.spyOn(globalThis, 'setTimeout')
  onTestFinished(() => timers.mockRestore())
  expect(await turns()).toEqual(expected)
  expect(timers).not.toHaveBeenCalled()
})

test('a finished call leaves no open message port', async () => {
  withoutImmediates()
  const closed = vi.spyOn(MessagePort.prototype, 'close')
  onTestFinished(() => closed.mockRestore())
  await nextTask()
  expect(closed).toHaveBeenCalled()
})
