import { abortable } from './abortable.ts'
import type { Clock } from './clock.ts'
import { AuthenticationError } from './errors.ts'
import { defined } from './json.ts'

/** A token and its end. The same shape as `AccessToken` of `@azure/core-auth`. */
export interface AccessToken {
  /** The bearer token. */
  readonly token: string
  /** When it expires, in milliseconds since 1970. */
  readonly expiresOnTimestamp: number
}

/** What the client asks a credential function for. */
export interface TokenRequest {
  /** The scope of the cloud, such as `https://api.partnercenter.microsoft.com/user_impersonation`. */
  readonly scopes: readonly string[]
  /** The claims the service demanded when it refused the last token, decoded. */
  readonly claims?: string
  /** Whether the last token was refused, so that one from a cache will not do. */
  readonly forceRefresh: boolean
  /** Aborted when nobody waits for the token any more. */
  readonly signal: AbortSignal
}

/** A function that gets a token for the App+User of a partner. */
export type TokenFunction = (request: TokenRequest) => AccessToken | PromiseLike<AccessToken>

/** An object that gets tokens: what `@azure/identity` and its like provide (`TokenCredential` of `@azure/core-auth`). */
export interface TokenSource {
  /** Gets a token, or `null` if there is none. */
  getToken(
    scopes: string[],
    options: { readonly abortSignal: AbortSignal; readonly claims?: string },
  ): PromiseLike<AccessToken | null>
}

/** Where tokens come from: one token as it is, a function, or a `TokenCredential` of `@azure/core-auth`. */
export type Credential = string | TokenFunction | TokenSource

/** A token that the service refused, and what it demanded. */
export interface RefusedToken {
  readonly token: string
  readonly claims: string | undefined
}

/** Holds a token until shortly before it expires, and fetches one for however many ask at once. */
export interface TokenCache {
  /**
   * A token to send; after a refusal, another one if there is one.
   *
   * @throws AuthenticationError if the credential gives none.
   */
  get(signal: AbortSignal, refused: RefusedToken | undefined): Promise<string>
}

/** A token is replaced so many milliseconds before its end, or half-way to it if that is later. */
const margin = 120_000

/** Whether a token fits into a header. With a line break in it, the error of `fetch` would show it. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~]+$/.test(value)
}

/** Puts a cache before a credential. */
export function createTokenCache(credential: Credential, scope: string, clock: Clock): TokenCache {
  let cached: AccessToken | undefined
  let refreshAt = 0
  let refreshing: Refresh | undefined

  async function ask(signal: AbortSignal, refused: RefusedToken | undefined): Promise<AccessToken | null> {
    if (typeof credential === 'string') return { token: credential, expiresOnTimestamp: Number.POSITIVE_INFINITY }
    const claims = defined({ claims: refused?.claims })
    return typeof credential === 'function'
      ? credential({ scopes: [scope], forceRefresh: !!refused, signal, ...claims })
      : credential.getToken([scope], { abortSignal: signal, ...claims })
  }

  async function refresh(signal: AbortSignal, refused: RefusedToken | undefined): Promise<string> {
    const answer = await ask(signal, refused).catch((cause: unknown) => fail('failed', cause))
    const now = clock.now()
    const left = (answer?.expiresOnTimestamp ?? 0) - now
    if (!isToken(answer?.token)) return fail('gave no token that can be sent')
    if (!(left > 0)) return fail('gave an expired token')
    cached = answer
    refreshAt = now + Math.max(left / 2, left - margin)
    return answer.token
  }

  return {
    async get(signal, refused) {
      // Else a refresh would begin that nobody waits for, and its failure would be nobody's.
      signal.throwIfAborted()
      if (cached && clock.now() < refreshAt && cached.token !== refused?.token) return cached.token
      const controller = new AbortController()
      refreshing ??= { token: refresh(controller.signal, refused), controller, waiters: 0 }
      const mine = refreshing
      mine.waiters++
      try {
        return await abortable<string>(signal, (resolve, reject) => {
          mine.token.then(resolve, reject)
          return () => {}
        })
      } finally {
        if (!--mine.waiters) {
          mine.controller.abort()
          if (refreshing === mine) refreshing = undefined
        }
      }
    },
  }
}

interface Refresh {
  readonly token: Promise<string>
  readonly controller: AbortController
  waiters: number
}

function fail(flaw: string, cause?: unknown): never {
  throw new AuthenticationError(`The credential ${flaw}`, { reason: 'credential', cause })
}
