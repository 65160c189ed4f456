// A preload module that gives a process a wrong clock, which may also be set while the process runs. Timers and the monotonic clock stay
// as they are: setting a machine's clock does not change those.

/** A change of a process's clock. */
export interface ClockChange {
  /** When the change happens, in milliseconds since 1970 by the right clock; 0 for the start of the process. */
  readonly at: number
  /** How far the clock is moved, in milliseconds; negative to set it back. */
  readonly by: number
}

/** The environment variable that holds the changes, as JSON. */
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
