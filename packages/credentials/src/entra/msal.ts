import type { AuthenticationResult, Configuration, TokenCache } from '@azure/msal-node'
import { printable, type Settings } from '../options/settings.ts'
import type { Network } from './network.ts'

/** The tokens that an exchange at the token endpoint returned. */
export interface Tokens {
  /** The access token; empty if there is none, or if it cannot be sent in a header. */
  readonly accessToken: string
  /** The remaining lifetime of the access token, in milliseconds. */
  readonly lifetime: number
  /** The new refresh token, if one was issued. */
  readonly refreshToken: string | undefined
  /** The user who signed in, if the ID token names one. */
  readonly username: string | undefined
}

/** Loads msal on demand: it takes longer to load than the rest of a program. */
export function loadMsal(): Promise<typeof import('@azure/msal-node')> {
  return import('@azure/msal-node')
}

/** Creates the msal configuration for a partner, without the application's secret. */
export function toConfiguration({ clientId, authority, isEntra }: Settings, network: Network): Configuration {
  return {
    auth: { clientId, authority, ...(isEntra ? {} : { knownAuthorities: [new URL(authority).host] }) },
    system: { networkClient: network, protocolMode: isEntra ? 'AAD' : 'OIDC' },
  }
}

/** Reads the tokens of an msal result; the refresh token is only in msal's cache. */
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

/** Validates a token, since msal accepts any value. */
function tokenOf(value: unknown): string | undefined {
  return typeof value === 'string' && printable.test(value) ? value : undefined
}
