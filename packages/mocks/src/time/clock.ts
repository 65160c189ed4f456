import { checkKeys, type NamesOf } from '../input/check-input.ts'
import { abortable } from './abortable.ts'
import { type Duration, toMilliseconds } from './duration.ts'
import { nextTask } from './next-task.ts'
import { createStandstillWarning } from './standstill-warning.ts'

/** A source of time. */
export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  now(): number
  /**
   * Resolves after a number of milliseconds.
   *
   * @throws the signal's reason when it is aborted.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** A clock that stands still until you advance it. */
export interface MockClock extends Clock {
  /** Advances the clock, and wakes sleepers in the order in which they are due. */
  advance(by: Duration): void
}

/** The options of a mock clock. */
export interface MockClockOptions {
  /**
   * The time at which it starts.
   * @default '2026-01-01T00:00:00Z'
   */
  readonly start?: Date | string | number | undefined
  /**
   * Whether it advances by itself when code sleeps and nothing else is left to do: an hour of waiting passes in
   * milliseconds, and sleepers still wake in the right order.
   * @default false
   */
  readonly auto?: boolean | undefined
}

const optionNames: NamesOf<MockClockOptions> = { start: true, auto: true }

interface Sleeper {
  readonly due: number
  readonly wake: () => void
}

/**
 * Creates a clock for tests.
 *
 * @throws TypeError if `start` is not a valid time.
 * @throws MockUsageError if an option is unknown.
 */
export function createClock(options: MockClockOptions = {}): MockClock {
  checkKeys('option of a clock', options, optionNames)
  const { start = '2026-01-01T00:00:00Z', auto = false } = options
  let now = new Date(start).getTime()
  if (Number.isNaN(now)) throw new TypeError(`Invalid start time of a clock: ${String(start)}`)
  const sleepers: Sleeper[] = []
  const standstill = createStandstillWarning(() => sleepers[0] && { now, due: sleepers[0].due })
  let running = false

  function wakeUntil(time: number): void {
    for (let sleeper = sleepers[0]; sleeper !== undefined && sleeper.due <= time; sleeper = sleepers[0]) {
      sleepers.shift()
      now = Math.max(now, sleeper.due)
      sleeper.wake()
    }
  }

  async function run(): Promise<void> {
    running = true
    // One step per task, so that code that was woken can sleep again before the clock moves on.
    for (await nextTask(); sleepers[0] !== undefined; await nextTask()) wakeUntil(sleepers[0].due)
    running = false
  }

  function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return abortable(signal, (wake) => {
      const sleeper: Sleeper = { due: now + Math.max(0, milliseconds), wake }
      // Inserted after all sleepers with the same due time, which wake in order of arrival. From the end, since most are due last.
      let place = sleepers.length
      while ((sleepers[place - 1]?.due ?? Number.NEGATIVE_INFINITY) > sleeper.due) place -= 1
      sleepers.splice(place, 0, sleeper)
      if (sleeper.due <= now) wakeUntil(now)
      else if (!auto) standstill.watch()
      else if (!running) void run()
      return () => void sleepers.splice(sleepers.indexOf(sleeper), 1)
    })
  }

  return {
    now: () => now,
    sleep,
    advance: (by) => {
      standstill.advanced()
      const target = now + toMilliseconds(by)
      wakeUntil(target)
      now = target
    },
  }
}
