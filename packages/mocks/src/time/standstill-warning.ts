/** Warns of code that waits for a clock that nobody advances: without it, the test hangs until its runner times out, unexplained. */
export interface StandstillWarning {
  /** Call it when code begins to wait. */
  watch(): void
  /** Call it when the clock is advanced. */
  advanced(): void
}

/** Milliseconds of real time: longer than a test needs to reach its `advance`, shorter than the timeouts of runners. */
const patience = 1_000

// The real timers: tests may replace the global ones with fake timers that never fire.
const { setTimeout: setRealTimeout, clearTimeout: clearRealTimeout } = globalThis

/**
 * Creates the warning for one clock. It is printed once.
 *
 * @param waiting returns the clock's time and the time when the next sleeper is due; undefined if nothing is waiting
 */
export function createStandstillWarning(
  waiting: () => { readonly now: number; readonly due: number } | undefined,
): StandstillWarning {
  let timer: ReturnType<typeof setTimeout> | undefined
  let done = false

  function warn(): void {
    timer = undefined
    const stuck = waiting()
    if (stuck === undefined) return
    done = true
    const left = Math.ceil(stuck.due - stuck.now)
    console.warn(
      `@partner-upgrades/mocks: code has been waiting for a second for a clock that stands still at ${new Date(stuck.now).toISOString()}. ` +
        `Advance it (clock.advance(${left}) ends the wait), or create the mock with clock: createClock({ auto: true }).`,
    )
  }

  return {
    watch: () => {
      if (done || timer !== undefined) return
      timer = setRealTimeout(warn, patience)
      // Does not keep the process alive; in browsers, a timer is a number.
      if (typeof timer === 'object') timer.unref()
    },
    advanced: () => {
      clearRealTimeout(timer)
      timer = undefined
    },
  }
}
