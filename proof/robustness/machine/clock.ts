// A preload module: gives a process the simulated clock of its machine, which may run fast and may jump while the process runs.
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'

/** The clock of a machine; processes get it as JSON in an environment variable. */
export interface MachineClock {
  /** The real time at which the clock was correct, in milliseconds since 1970. */
  readonly origin: number
  /** Its speed as a multiple of real time. */
  readonly speed: number
  /** The times at which it is changed, in real milliseconds since 1970, and by how many milliseconds. */
  readonly jumps: readonly { readonly at: number; readonly by: number }[]
}

/** The environment variable with the clock. */
export const clockVariable = 'MACHINE_CLOCK'

/**
 * The header with the real time at which a request was sent. The service measures its lags from there, so that a busy test machine does not
 * make them longer.
 */
export const sentHeader = 'X-Sent'

const given = process.env[clockVariable]
if (given) {
  stampRequests(Date.now.bind(Date))
  install(JSON.parse(given))
}

function stampRequests(realNow: () => number): void {
  const { fetch } = globalThis
  globalThis.fetch = (input, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set(sentHeader, String(realNow()))
    return fetch(input, { ...init, headers })
  }
}

function install({ origin, speed, jumps }: MachineClock): void {
  const RealDate = Date
  const realNow = RealDate.now.bind(RealDate)
  const now = (): number => {
    const real = realNow()
    const shift = jumps.reduce((sum, { at, by }) => sum + (at <= real ? by : 0), 0)
    return Math.floor(origin + (real - origin) * speed) + shift
  }
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, self) => Reflect.construct(target, args.length > 0 ? args : [now()], self),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  if (speed !== 1) accelerate(origin, speed)
}

/** Makes timers and the monotonic clock run fast, too; they never jump. */
function accelerate(origin: number, speed: number): void {
  const { performance, setTimeout, setInterval } = globalThis
  const [elapsed, startedAt] = [performance.now.bind(performance), performance.timeOrigin]
  performance.now = () => elapsed() * speed
  Object.defineProperty(performance, 'timeOrigin', { value: origin + (startedAt - origin) * speed })
  const fast = <Timer extends typeof setTimeout | typeof setInterval>(timer: Timer): Timer =>
    new Proxy(timer, {
      apply: (target, self, [run, ms, ...args]) => Reflect.apply(target, self, [run, ms / speed, ...args]),
    })
  globalThis.setTimeout = fast(setTimeout)
  globalThis.setInterval = fast(setInterval)
  const sleep = timers.setTimeout
  timers.setTimeout = (ms, ...rest) => sleep(ms && ms / speed, ...rest)
  syncBuiltinESMExports()
}
