import type { PlainRequest } from '@partner-upgrades/negative-tests'
import { UnreachableError } from '../usage-error.ts'
import { BodyTooLargeError, readBody } from './read-body.ts'

/** What a provider answered. */
export interface ReceivedAnswer {
  /** The HTTP status. */
  readonly status: number
  /** The response headers. */
  readonly headers: Headers
  /** The body, decoded as UTF-8. */
  readonly text: string
  /** From sending the request to the end of the body, in milliseconds. */
  readonly milliseconds: number
}

/** Sends a request to the provider under test. */
export type Send = (request: PlainRequest) => Promise<ReceivedAnswer>

/** Where time comes from. */
export interface Clock {
  /** Milliseconds. */
  now(): number
  /** Waits, in milliseconds. */
  sleep(milliseconds: number): Promise<void>
}

/** The machine's clock. */
export const realClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** How requests are sent. */
export interface SendOptions {
  /** Without `/v1`. */
  readonly baseUrl: string
  /** Requests a second, at most. */
  readonly maxRps: number
  /** Measures time, and waits. */
  readonly clock: Clock
  /** Sends the requests. */
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds until an answer has to be there. */
  readonly timeout: number
}

/** Longer than this nobody waits for a test. */
const longestWait = 120_000

/**
 * Sends requests one after the other, no more a second than allowed. A throttled one is sent once more after the seconds that it was told
 * to wait. Redirects are never followed, and bodies read up to a limit.
 *
 * @throws UnreachableError if no answer comes, or one that is too large.
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
      const text = await bodyOf(response)
      return { status: response.status, headers: response.headers, text, milliseconds: clock.now() - begin }
    } catch (error) {
      throw new UnreachableError(baseUrl, describeError(error), error instanceof BodyTooLargeError)
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

/** The largest body that is read, in bytes when decompressed: documented ones have a few thousand. */
const largestBody = 262_144

/** The body of an answer. That of a redirect says nothing: it is left unread, which ends its connection. */
async function bodyOf(response: Response): Promise<string> {
  if (response.status < 300 || response.status > 399) return readBody(response, largestBody)
  await response.body?.cancel()
  return ''
}

function describeError(error: unknown): string {
  if (error instanceof BodyTooLargeError) return error.message
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (error.name === 'TimeoutError') return 'no answer in time'
  if (cause instanceof AggregateError) return describeError(cause.errors[0])
  return cause instanceof Error ? cause.message : error.message
}
