import type { Tokens } from '../entra/msal.ts'
import { printable } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import { parseJson } from '../shared/json.ts'

/** A partner's record in the store. */
export interface TokenRecord {
  /** The refresh token. */
  readonly refreshToken: string
  /** Whether it was issued, and must be redeemed, without the application's secret or certificate. */
  readonly isPublic?: boolean
  /** The latest access token, if there is one. */
  readonly access?: KeptToken
  /** When the lease of the process that is redeeming the refresh token ends, in milliseconds since 1970. */
  readonly busyUntil?: number
}

/** A stored access token. */
export interface KeptToken {
  /** The token. */
  readonly token: string
  /** When it expires, in milliseconds since 1970. */
  readonly expiresOnTimestamp: number
  /** When to request the next one, in milliseconds since 1970. */
  readonly renewAt: number
}

/** How long before its expiry a token is renewed, in milliseconds, or after half of its lifetime if that is later. */
const margin = 300_000

/** Makes a record of a new access token, to be used until shortly before its expiry. */
export function toKept({ accessToken, lifetime }: Pick<Tokens, 'accessToken' | 'lifetime'>, now: number): KeptToken {
  const renewAt = now + Math.max(lifetime / 2, lifetime - margin)
  return { token: accessToken, expiresOnTimestamp: now + lifetime, renewAt }
}

/**
 * Parses a stored value: a plain refresh token or a record.
 *
 * @throws CredentialError if it is neither; the error does not contain the value.
 */
export function parseRecord(value: string, key: string): TokenRecord {
  const text = value.trim()
  if (!text.startsWith('{')) {
    if (printable.test(text)) return { refreshToken: text }
    throw unusable(key)
  }
  const record = parseJson(text)
  if (!isRecord(record)) throw unusable(key)
  return record
}

function isRecord(value: unknown): value is TokenRecord {
  const { refreshToken, isPublic, access, busyUntil }: Partial<Record<keyof TokenRecord, unknown>> = Object(value)
  return (
    typeof refreshToken === 'string' &&
    printable.test(refreshToken) &&
    (isPublic === undefined || typeof isPublic === 'boolean') &&
    (access === undefined || isKept(access)) &&
    (busyUntil === undefined || typeof busyUntil === 'number')
  )
}

function isKept(value: unknown): value is KeptToken {
  const { token, expiresOnTimestamp, renewAt }: Partial<Record<keyof KeptToken, unknown>> = Object(value)
  return typeof token === 'string' && typeof expiresOnTimestamp === 'number' && typeof renewAt === 'number'
}

function unusable(key: string): CredentialError {
  return new CredentialError(
    'store',
    `The store's value for ${key} is neither a refresh token nor a record of this package: sign in again`,
  )
}
