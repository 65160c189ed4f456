import type { MonotonicClock, ProductUpgradesClientOptions } from '@partner-upgrades/client'
import type { Store } from '../store/store.ts'
import type { ConcurrencyLimit } from './concurrency-limit.ts'
import { longestRetryAfter } from './process-row.ts'
import { createRequestsInFlight, type RequestsInFlight } from './requests-in-flight.ts'

/** The client's options for a run, with the requests that it has in flight. */
export interface PacedClient {
  /** The client's options. */
  readonly client: ProductUpgradesClientOptions
  /** The client's requests in flight. */
  readonly inFlight: RequestsInFlight
}

/** Makes a client adapt the run to the service's responses: a 429 lowers the concurrency limit, and `Retry-After` pauses the tenant. */
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
    // Concurrent requests report the same pause.
    if (clock.elapsed() + ms <= heldUntil) return
    heldUntil = clock.elapsed() + ms
    store.hold(ms).catch(stop)
  }

  const client: ProductUpgradesClientOptions = {
    ...given,
    maxInFlight: parallel,
    // The run has its own budget, which all workers share.
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
