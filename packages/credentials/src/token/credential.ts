import type { PartnerCredentialOptions } from '../options/options.ts'
import { type Settings, toSettings } from '../options/settings.ts'
import { abortable } from '../shared/abortable.ts'
import { CredentialError } from '../shared/errors.ts'
import type { KeptToken } from './record.ts'
import { type Demand, renew } from './renew.ts'

/** A token and its expiry: `AccessToken` of `@azure/core-auth`. */
export interface AccessToken {
  /** The bearer token. */
  readonly token: string
  /** When it expires, in milliseconds since 1970. */
  readonly expiresOnTimestamp: number
}

/** Options of `getToken`. */
export interface GetTokenOptions {
  /** Stops waiting. A renewal in progress continues, because its new refresh token would be lost otherwise. */
  readonly abortSignal?: AbortSignal
  /** The claims that the service required when it rejected the last token, decoded. @default none */
  readonly claims?: string
  /**
   * Whether the service rejected the last token, so that it must be replaced.
   * @default false
   */
  readonly forceRefresh?: boolean
}

/** A token request that the client makes to its credential. */
export interface TokenRequest {
  /** The scope of the cloud. */
  readonly scopes: readonly string[]
  /** The claims that the service required when it rejected the last token, decoded. */
  readonly claims?: string
  /** Whether the service rejected the last token. */
  readonly forceRefresh: boolean
  /** Aborted once no caller waits for the token. */
  readonly signal: AbortSignal
}

/** Provides tokens for one partner: as the client's credential function, and as a `TokenCredential` of `@azure/core-auth`. */
export interface PartnerCredential {
  /** Calls `getToken`, in the form that the client expects. */
  (request: TokenRequest): Promise<AccessToken>
  /**
   * Returns a token, from the cache while it is valid.
   *
   * @throws CredentialError if no token can be obtained.
   */
  getToken(scopes: string | readonly string[], options?: GetTokenOptions): Promise<AccessToken>
}

/**
 * Creates a credential that gets a partner's tokens by the secure application model: it redeems the refresh token in the store, and
 * stores each new one that the service issues. Any number of processes may share the store.
 *
 * @throws CredentialError that names the wrong option.
 * @see https://learn.microsoft.com/partner-center/developer/enable-secure-app-model
 */
export function createPartnerCredential(options: PartnerCredentialOptions): PartnerCredential {
  const settings = toSettings(options)
  let last: KeptToken | undefined
  let renewing: Renewal | undefined

  async function getToken(
    scopes: string | readonly string[],
    { abortSignal, claims, forceRefresh = false }: GetTokenOptions = {},
  ): Promise<AccessToken> {
    checkScopes(settings, [scopes].flat())
    if (!forceRefresh && claims === undefined && last && settings.clock.now() < last.renewAt) return toAccessToken(last)
    if (!renewing || renewing.claims !== claims)
      renewing = start({ refused: forceRefresh ? last?.token : undefined, claims })
    return toAccessToken(await abortable(renewing.token, abortSignal))
  }

  /** Starts a renewal, which continues even if every caller stops waiting: its new refresh token would be lost otherwise. */
  function start(demand: Demand): Renewal {
    const renewal = { token: renew(settings, demand), claims: demand.claims }
    const end = (): void => {
      if (renewing === renewal) renewing = undefined
    }
    renewal.token.then((kept) => {
      last = kept
      end()
    }, end)
    return renewal
  }

  const credential = ({ scopes, signal, ...rest }: TokenRequest): Promise<AccessToken> =>
    getToken(scopes, { ...rest, abortSignal: signal })
  return Object.assign(credential, { getToken })
}

/** A renewal in progress. */
interface Renewal {
  readonly token: Promise<KeptToken>
  readonly claims: string | undefined
}

function toAccessToken({ token, expiresOnTimestamp }: KeptToken): AccessToken {
  return { token, expiresOnTimestamp }
}

/** Rejects any scope but this cloud's: its token must not be sent elsewhere. */
function checkScopes({ scope, cloud }: Settings, scopes: readonly string[]): void {
  if (scopes.length === 1 && scopes[0] === scope) return
  throw new CredentialError(
    'options',
    `This credential is for the cloud ${cloud} and its scope ${scope}, but was asked for ${scopes.join(' ')}: configure client and credential with the same cloud`,
  )
}
