import type { MonotonicClock, ProductUpgradesClientOptions } from '@partner-upgrades/client'
import type { Store } from '../store/store.ts'
import type { ConcurrencyLimit } from './concurrency-limit.ts'
import { longestRetryAfter } from './process-row.ts'
import { createRequestsInFlight, type RequestsInFlight } from './requests-in-flight.ts'

/** The client's options for a run, and what the run hears of its requests. */
export interface PacedClient {
  /** The options. */
  readonly client: ProductUpgradesClientOptions
  /** The requests it is waiting for. */
  readonly inFlight: RequestsInFlight
}

/** Has a client tell how the service takes its requests: how many may run at once, and when the tenant has to be left alone. */
export function paceClient(
  given: ProductUpgradesClientOptions,
  store: Store,
  parallel: number,
  clock: MonotonicClock,
  concurrency: ConcurrencyLimit,
  stop: (error: unknown) => void,
): PacedClient {
  const { fetch = (url, init) => globalThis.fetch(url, init), onResponse } = given
  const inFlight = createRequestsInFlight(clock, fetch)
  let heldUntil = Number.NEGATIVE_INFINITY

  function hold(ms: number): void {
    // Those that were under way together say the same.
    if (clock.elapsed() + ms <= heldUntil) return
    heldUntil = clock.elapsed() + ms
    store.hold(ms).catch(stop)
  }

  const client: ProductUpgradesClientOptions = {
    ...given,
    maxInFlight: parallel,
    // The budget of the run is that of all workers together.
    pollsPerMinute: Number.POSITIVE_INFINITY,
    fetch: inFlight.fetch,
    onResponse(event) {
      if (event.status === 429) {
        concurrency.refused(clock.elapsed() - event.duration, clock.elapsed())
        if (event.retryAfter) hold(Math.min(event.retryAfter, longestRetryAfter))
      } else if (event.status !== undefined) concurrency.accepted()
      onResponse?.(event)
    },
  }
  return { client, inFlight }
}
