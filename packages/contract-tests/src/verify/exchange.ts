import type { PlainRequest } from '../negatives/base-request.ts'
import { UnreachableError } from './usage-error.ts'

/** What a provider answered. */
export interface ReceivedAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly milliseconds: number
}

/** Sends a request to the provider under test. */
export type Send = (request: PlainRequest) => Promise<ReceivedAnswer>

/** Where time comes from. */
export interface Clock {
  /** Milliseconds. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}

/** The machine's clock. */
export const realClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** How requests are sent. */
export interface SendOptions {
  readonly baseUrl: string
  /** Requests a second, at most. */
  readonly maxRps: number
  readonly clock: Clock
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds until an answer has to be there. */
  readonly timeout: number
}

/** Longer than this nobody waits for a test. */
const longestWait = 120_000

/**
 * Sends requests one after the other, no more a second than allowed. A throttled one is sent once more after the seconds that it was told
 * to wait. Redirects are never followed.
 *
 * @throws UnreachableError if no answer comes.
 */
export function createSend({ baseUrl, maxRps, clock, fetch, timeout }: SendOptions): Send {
  let next = clock.now()

  async function once({ method, path, headers, body }: PlainRequest): Promise<ReceivedAnswer> {
    const wait = next - clock.now()
    if (wait > 0) await clock.sleep(wait)
    next = Math.max(next, clock.now()) + 1_000 / maxRps
    const begin = clock.now()
    try {
      const response = await fetch(baseUrl + path, {
        method,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
        // Bytes: a body of text would bring a content type along where none is meant.
        ...(body !== undefined && { body: new TextEncoder().encode(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, milliseconds: clock.now() - begin }
    } catch (error) {
      throw new UnreachableError(`${baseUrl} cannot be reached: ${reasonOf(error)}`)
    }
  }

  return async (request) => {
    const answer = await once(request)
    const seconds = Number(answer.headers.get('Retry-After') ?? Number.NaN)
    if (answer.status !== 429 || request.headers.Prefer !== undefined || !(seconds * 1_000 <= longestWait))
      return answer
    await clock.sleep(seconds * 1_000)
    return once(request)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (error.name === 'TimeoutError') return 'no answer in time'
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0])
  return cause instanceof Error ? cause.message : error.message
}
