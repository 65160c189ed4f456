import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createClock, type MockClock } from '@partner-upgrades/mocks/core'

/** A clock for programs that call a mock over sockets, and write files. */
export interface WireClock {
  /** The clock of the program. */
  readonly clock: MockClock
  /** The same clock for the mock, on which only delayed responses sleep. */
  readonly mockClock: MockClock
}

/**
 * Creates a clock that jumps to the next wake-up as soon as everything sleeps. It waits while a request is in flight or a file is being
 * written: otherwise, a moment on a busy machine would take hours on the clock, and outages would last too long.
 *
 * @param onItsWay returns the number of requests in flight, without those that will never get a response
 */
export function createWireClock(onItsWay: () => number): WireClock {
  const clock = createClock()
  const due: number[] = []
  let late = 0
  let running = false

  async function run(): Promise<void> {
    running = true
    for (await nextTurn(); due.length > 0; await nextTurn()) {
      if (onItsWay() <= late && !isDiskBusy()) clock.advance(Math.max(0, Math.min(...due) - clock.now()))
    }
    running = false
  }

  async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const end = clock.now() + ms
    due.push(end)
    if (!running) void run()
    try {
      await clock.sleep(ms, signal)
    } finally {
      due.splice(due.indexOf(end), 1)
    }
  }

  async function sleepLate(ms: number, signal?: AbortSignal): Promise<void> {
    late++
    try {
      await sleep(ms, signal)
    } finally {
      late--
    }
  }

  return { clock: { ...clock, sleep }, mockClock: { ...clock, sleep: sleepLate } }
}

function isDiskBusy(): boolean {
  return process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'))
}

/** The requests of this process that are still in flight. */
export interface OpenRequests {
  /** Their headers, a text for each. */
  headers(): readonly string[]
  /** Stops watching. */
  stop(): void
}

/** Tracks the requests of Node's client through its diagnostics channels. */
export function watchRequests(): OpenRequests {
  const open = new Set<{ readonly headers: unknown }>()
  const begin = (told: unknown): void => void open.add(Object(told).request)
  const end = (told: unknown): void => void open.delete(Object(told).request)
  const channels = [
    ['undici:request:create', begin],
    ['undici:request:trailers', end],
    ['undici:request:error', end],
  ] as const
  for (const [name, listen] of channels) subscribe(name, listen)
  return {
    headers: () => [...open].map(({ headers }) => String(headers)),
    stop() {
      for (const [name, listen] of channels) unsubscribe(name, listen)
    },
  }
}
