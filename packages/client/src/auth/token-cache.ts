import { AuthenticationError } from '../errors/errors.ts'
import { abortable } from '../time/abortable.ts'
import type { Clock } from '../time/clock.ts'
import { defined } from '../values/json.ts'
import { type AccessToken, type Credential, isToken } from './credential.ts'

/** A token that the service refused, and the claims it demanded. */
export interface RefusedToken {
  /** The refused token. */
  readonly token: string
  /** The claims that the next token must satisfy, decoded. */
  readonly claims: string | undefined
}

/** Caches a token until shortly before it expires, and shares one refresh among all callers. */
export interface TokenCache {
  /**
   * Returns a token to send; after a refusal, a different one if the credential has one.
   *
   * @throws AuthenticationError if the credential returns no usable token.
   */
  get(signal: AbortSignal, refused: RefusedToken | undefined): Promise<string>
}

/** A token is refreshed this many milliseconds before it expires, or after half of its lifetime if that is later. */
const margin = 120_000

/** Creates a cache of a credential's tokens. */
export function createTokenCache(credential: Credential, scope: string, clock: Clock): TokenCache {
  let cached: AccessToken | undefined
  let refreshAt = 0
  let refreshing: Refresh | undefined

  async function ask(signal: AbortSignal, refused: RefusedToken | undefined): Promise<AccessToken | null> {
    const claims = defined({ claims: refused?.claims })
    if (typeof credential === 'function')
      return credential({ scopes: [scope], forceRefresh: !!refused, signal, ...claims })
    if (credential && typeof credential === 'object')
      return credential.getToken([scope], { abortSignal: signal, ...claims })
    return { token: credential, expiresOnTimestamp: Number.POSITIVE_INFINITY }
  }

  async function refresh(signal: AbortSignal, refused: RefusedToken | undefined): Promise<string> {
    const answer = await ask(signal, refused).catch((cause: unknown) => fail('failed', cause))
    const now = clock.now()
    const token = answer?.token
    if (!token) return fail('is empty: set it to a token, a function that returns one, or a TokenCredential')
    if (/^bearer /i.test(token)) return fail('starts with "Bearer", which the client adds: give the token alone')
    if (!isToken(token)) return fail('returned no usable token: it must be printable ASCII without spaces')
    const expires = answer.expiresOnTimestamp
    const left = expires - now
    // A value below 1e11 is in seconds, or from before 1973.
    if (!(left > 0))
      return fail(
        expires > 1e11 ? 'returned an expired token' : 'returned no expiresOnTimestamp in milliseconds since 1970',
      )
    cached = answer
    refreshAt = now + Math.max(left / 2, left - margin)
    return token
  }

  return {
    async get(signal, refused) {
      // Otherwise a refresh would start with no caller to receive its failure.
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
