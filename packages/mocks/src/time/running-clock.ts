import type { MockClock } from './clock.ts'
import { toMilliseconds } from './duration.ts'

/** Longer than that, and a timer fires at once. */
const longestTimer = 2 ** 31 - 1

interface Sleeper {
  readonly due: number
  readonly wake: () => void
  timer: ReturnType<typeof setTimeout> | undefined
}

/** A clock that runs as the machine's does, and can be advanced: from then on it is ahead. */
export function createRunningClock(): MockClock {
  let ahead = 0
  const sleepers = new Set<Sleeper>()
  const now = (): number => Date.now() + ahead

  function setTimer(sleeper: Sleeper): void {
    clearTimeout(sleeper.timer)
    sleeper.timer = setTimeout(sleeper.wake, Math.min(Math.max(0, sleeper.due - now()), longestTimer))
  }

  return {
    now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const leave = (): void => {
          clearTimeout(sleeper.timer)
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', abort)
        }
        const abort = (): void => {
          leave()
          reject(signal?.reason)
        }
        const wake = (): void => {
          leave()
          resolve()
        }
        const sleeper: Sleeper = { due: now() + milliseconds, wake, timer: undefined }
        signal?.addEventListener('abort', abort, { once: true })
        sleepers.add(sleeper)
        setTimer(sleeper)
      }),
    advance: (by) => {
      ahead += toMilliseconds(by)
      for (const sleeper of [...sleepers].sort((one, other) => one.due - other.due)) {
        if (sleeper.due <= now()) sleeper.wake()
        else setTimer(sleeper)
      }
    },
  }
}
