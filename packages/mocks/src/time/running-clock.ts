import { abortable } from './abortable.ts'
import type { MockClock } from './clock.ts'
import { toMilliseconds } from './duration.ts'

/** The longest delay of a timer in milliseconds: with a longer one, it fires at once. */
const longestTimer = 2 ** 31 - 1

interface Sleeper {
  readonly due: number
  readonly wake: () => void
  timer?: ReturnType<typeof setTimeout>
}

/** Creates a clock that runs like the machine's, and that `advance` moves ahead of it. */
export function createRunningClock(): MockClock {
  let ahead = 0
  const sleepers = new Set<Sleeper>()
  const now = (): number => Date.now() + ahead

  function setTimer(sleeper: Sleeper, milliseconds: number): void {
    clearTimeout(sleeper.timer)
    sleeper.timer = setTimeout(sleeper.wake, Math.min(Math.max(0, milliseconds), longestTimer))
  }

  return {
    now,
    sleep: (milliseconds, signal) =>
      abortable(signal, (wake) => {
        const leave = (): void => {
          clearTimeout(sleeper.timer)
          sleepers.delete(sleeper)
        }
        const sleeper: Sleeper = {
          due: now() + milliseconds,
          wake: () => {
            leave()
            wake()
          },
        }
        sleepers.add(sleeper)
        setTimer(sleeper, milliseconds)
        return leave
      }),
    advance: (by) => {
      ahead += toMilliseconds(by)
      for (const sleeper of [...sleepers].sort((one, other) => one.due - other.due)) {
        if (sleeper.due <= now()) sleeper.wake()
        else setTimer(sleeper, sleeper.due - now())
      }
    },
  }
}
