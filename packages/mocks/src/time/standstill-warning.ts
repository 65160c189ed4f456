/** Warns of code that waits for a clock which nobody advances: such a test hangs until its runner gives up, without a word of why. */
export interface StandstillWarning {
  /** Call it when code begins to wait. */
  watch(): void
  /** Call it when the clock is advanced. */
  advanced(): void
}

/** Milliseconds of real time: longer than a test needs to come to its `advance`, shorter than runners wait for a test. */
const patience = 1_000

// The real timer: tests may replace the global one, and then no time passes at all.
const { setTimeout: setRealTimeout, clearTimeout: clearRealTimeout } = globalThis

/**
 * Creates the warning of one clock. It is given once.
 *
 * @param waiting the time of the clock and the time that the next sleeper waits for; undefined if nobody waits
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
      // It keeps no program alive; in browsers it is a number.
      if (typeof timer === 'object') timer.unref()
    },
    advanced: () => {
      clearRealTimeout(timer)
      timer = undefined
    },
  }
}
