// A preload module: gives a process a clock that is wrong, and may be set while the process runs. Timers and the monotonic clock go on as
// they are: nobody sets those.

/** When the clock of a process is set. */
export interface ClockChange {
  /** From when on, in milliseconds since 1970 by a clock that is right. 0 means from the beginning. */
  readonly at: number
  /** By how many milliseconds. */
  readonly by: number
}

/** The environment variable that the changes are in, as JSON. */
export const clockVariable = 'STORE_PROOF_CLOCK'

const given = process.env[clockVariable]
if (given) install(JSON.parse(given))

function install(changes: readonly ClockChange[]): void {
  const RightDate = Date
  const rightNow = RightDate.now.bind(RightDate)
  const now = (): number => {
    const right = rightNow()
    return right + changes.reduce((sum, { at, by }) => sum + (at <= right ? by : 0), 0)
  }
  globalThis.Date = new Proxy(RightDate, {
    construct: (target, args, self) => Reflect.construct(target, args.length > 0 ? args : [now()], self),
    apply: () => new RightDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}
