import type { AuthenticationResult, Configuration, TokenCache } from '@azure/msal-node'
import { printable, type Settings } from '../options/settings.ts'
import type { Network } from './network.ts'

/** What an exchange at the token endpoint gave. */
export interface Tokens {
  /** Empty if there is none, or none that fits into a header. */
  readonly accessToken: string
  /** Milliseconds from now to its end. */
  readonly lifetime: number
  /** The refresh token for next time, if there is another one. */
  readonly refreshToken: string | undefined
  /** Who signed in, as far as the ID token tells. */
  readonly username: string | undefined
}

/** Loads msal when it is needed: it takes longer to load than the rest of a program. */
export function loadMsal(): Promise<typeof import('@azure/msal-node')> {
  return import('@azure/msal-node')
}

/** How msal is set up for a partner; without the application's secret. */
export function toConfiguration({ clientId, authority, isEntra }: Settings, network: Network): Configuration {
  return {
    auth: { clientId, authority, ...(isEntra ? {} : { knownAuthorities: [new URL(authority).host] }) },
    system: { networkClient: network, protocolMode: isEntra ? 'AAD' : 'OIDC' },
  }
}

/** Reads a result of msal; the refresh token is only in its cache. */
export function toTokens({ accessToken, expiresOn, account }: AuthenticationResult, cache: TokenCache): Tokens {
  return {
    accessToken: tokenOf(accessToken) ?? '',
    lifetime: (expiresOn?.getTime() ?? 0) - Date.now(),
    refreshToken: refreshTokenIn(cache.serialize()),
    username: account?.username || undefined,
  }
}

function refreshTokenIn(serialized: string): string | undefined {
  const { RefreshToken = {} }: { RefreshToken?: Record<string, { secret: unknown }> } = JSON.parse(serialized)
  return tokenOf(Object.values(RefreshToken)[0]?.secret)
}

/** msal accepts any value in place of a token. */
function tokenOf(value: unknown): string | undefined {
  return typeof value === 'string' && printable.test(value) ? value : undefined
}
