import { type MonotonicClock, NotSentError } from '@partner-upgrades/client'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Keeps a worker from sending a create that it recorded long ago, because its process or machine was suspended in between. */
export interface LateCreates {
  /** Notes that the attempt with this correlation ID has just been recorded. */
  recorded(correlationId: string): void
  /** Sends a request; throws a `NotSentError` if it is a create that was recorded too long ago. */
  readonly fetch: Fetch
}

/**
 * Another worker takes over the row once the lease expires, so a create has to be sent well before.
 *
 * @param longest the most milliseconds from recording a create to sending it
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
        throw new NotSentError('The create was not sent: this worker was suspended after it had recorded it', {
          unsent: true,
        })
      }
      return fetch(url, init)
    },
  }
}
