import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createClock, type MockClock } from '@partner-upgrades/mocks/core'

/** A clock for programs that ask a mock over sockets, and write files. */
export interface WireClock {
  /** That of the program. */
  readonly clock: MockClock
  /** The same for the mock, whose sleepers are answers that are late on purpose. */
  readonly mockClock: MockClock
}

/**
 * Makes a clock that skips to whoever wakes next as soon as everybody sleeps. A request that is on its way, or a file that is being written,
 * is no sleep: what takes a busy machine a moment would be hours otherwise, and outages would last too long.
 *
 * @param onItsWay how many requests are asked and not answered, but for those that never will be
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

/** The requests of this process that are asked, and not answered to the end. */
export interface OpenRequests {
  /** Their headers, a text for each. */
  headers(): readonly string[]
  /** Stops watching. */
  stop(): void
}

/** Watches what Node's client tells of its requests. */
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
