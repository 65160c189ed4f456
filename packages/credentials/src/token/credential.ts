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
  /** Stops waiting; a refresh in progress continues, because its new refresh token would be lost otherwise. */
  readonly abortSignal?: AbortSignal
  /** The claims that the service demanded when it refused the last token, decoded. @default none */
  readonly claims?: string
  /**
   * Whether the last token was refused, so that it will not do any more.
   * @default false
   */
  readonly forceRefresh?: boolean
}

/** What the client asks its credential for. */
export interface TokenRequest {
  /** The scope of the cloud. */
  readonly scopes: readonly string[]
  /** The claims the service demanded when it refused the last token, decoded. */
  readonly claims?: string
  /** Whether the last token was refused. */
  readonly forceRefresh: boolean
  /** Aborted when no caller waits for the token any more. */
  readonly signal: AbortSignal
}

/** Gives tokens for one partner: as the client's credential function, and as a `TokenCredential` of `@azure/core-auth`. */
export interface PartnerCredential {
  /** As `getToken`. */
  (request: TokenRequest): Promise<AccessToken>
  /**
   * A token, from the cache while that will do.
   *
   * @throws CredentialError
   */
  getToken(scopes: string | readonly string[], options?: GetTokenOptions): Promise<AccessToken>
}

/**
 * Tokens for a partner by the secure application model: from the refresh token in a store, which is replaced there whenever the service
 * gives another one. Any number of processes may share the store.
 *
 * @throws CredentialError naming the option that is wrong.
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

  /** Goes on though everybody stops waiting: the refresh token that it gives would be lost. */
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

/** A renewal under way. */
interface Renewal {
  readonly token: Promise<KeptToken>
  readonly claims: string | undefined
}

function toAccessToken({ token, expiresOnTimestamp }: KeptToken): AccessToken {
  return { token, expiresOnTimestamp }
}

/** A token of this cloud must not end up elsewhere. */
function checkScopes({ scope, cloud }: Settings, scopes: readonly string[]): void {
  if (scopes.length === 1 && scopes[0] === scope) return
  throw new CredentialError(
    'options',
    `This credential is for the cloud ${cloud} and its scope ${scope}, but was asked for ${scopes.join(' ')}: configure client and credential with the same cloud`,
  )
}
