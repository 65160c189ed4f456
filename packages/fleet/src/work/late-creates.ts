import { type MonotonicClock, NotSentError } from '@partner-upgrades/client'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Keeps a worker from sending a create that it recorded long ago, as happens when its process or machine was stopped in between. */
export interface LateCreates {
  /** Notes that the attempt with a correlation ID was recorded now. */
  recorded(correlationId: string): void
  /** Sends a request, unless it is such a create. */
  readonly fetch: Fetch
}

/**
 * Another worker takes the row once the lease is over, so a create has to be on its way well before.
 *
 * @param longest milliseconds from recording a create to sending it
 */
export function createLateCreates(clock: Pick<MonotonicClock, 'elapsed'>, fetch: Fetch, longest: number): LateCreates {
  const recordedAt = new Map<string, number>()
  return {
    recorded: (correlationId) => void recordedAt.set(correlationId, clock.elapsed()),
    async fetch(url, init) {
      const correlationId = new Headers(init.headers).get('MS-CorrelationId') ?? ''
      const at = recordedAt.get(correlationId)
      recordedAt.delete(correlationId)
      if (at !== undefined && clock.elapsed() - at > longest) {
        throw new NotSentError('The create was not sent: this worker was stopped after it had recorded it', {
          unsent: true,
        })
      }
      return fetch(url, init)
    },
  }
}
