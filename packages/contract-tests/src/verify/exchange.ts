import type { PlainRequest } from '@partner-upgrades/negative-tests'
import { UnreachableError } from '../usage-error.ts'
import { BodyTooLargeError, readBody } from './read-body.ts'

/** The response of a provider. */
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

/** A clock, which can be replaced in tests. */
export interface Clock {
  /** The current time, in milliseconds. */
  now(): number
  /** Waits for a number of milliseconds. */
  sleep(milliseconds: number): Promise<void>
}

/** The machine's clock. */
export const realClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** The options of `createSend`. */
export interface SendOptions {
  /** The base URL of the provider, without `/v1`. */
  readonly baseUrl: string
  /** The maximum number of requests per second. */
  readonly maxRps: number
  /** Measures time, and waits. */
  readonly clock: Clock
  /** Sends the requests. */
  readonly fetch: typeof globalThis.fetch
  /** The time limit for a response, in milliseconds. */
  readonly timeout: number
}

/** The longest `Retry-After` to wait for, in milliseconds. */
const longestWait = 120_000

/**
 * Sends requests one after the other, at most `maxRps` per second. A throttled one is sent once more after its `Retry-After`. Redirects
 * are never followed, and bodies are read up to a limit.
 *
 * @throws UnreachableError if there is no response, or one that is too large.
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
        // Bytes, because `fetch` would add a content type to a text.
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

/** The largest body that is read, in bytes after decompression; documented ones have a few thousand. */
const largestBody = 262_144

/** Reads the body of a response. That of a redirect is irrelevant: it is cancelled unread, which ends its connection. */
async function bodyOf(response: Response): Promise<string> {
  if (response.status < 300 || response.status > 399) return readBody(response, largestBody)
  await response.body?.cancel()
  return ''
}

function describeError(error: unknown): string {
  if (error instanceof BodyTooLargeError) return error.message
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (error.name === 'TimeoutError') return 'no response in time'
  if (cause instanceof AggregateError) return describeError(cause.errors[0])
  return cause instanceof Error ? cause.message : error.message
}
