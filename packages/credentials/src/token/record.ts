import type { Tokens } from '../entra/msal.ts'
import { printable } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import { parseJson } from '../shared/json.ts'

/** What the store holds for a partner. */
export interface TokenRecord {
  /** The refresh token. */
  readonly refreshToken: string
  /** Whether it was got, and has to be redeemed, without the application's secret or certificate. */
  readonly isPublic?: boolean
  /** The access token it last gave, if that is worth keeping. */
  readonly access?: KeptToken
  /** Somebody is redeeming the refresh token, and has until then, in milliseconds since 1970. */
  readonly busyUntil?: number
}

/** An access token that is kept. */
export interface KeptToken {
  /** The token. */
  readonly token: string
  /** When it expires, in milliseconds since 1970. */
  readonly expiresOnTimestamp: number
  /** When to get the next one, in milliseconds since 1970. */
  readonly renewAt: number
}

/** Renewed so long before its end, in milliseconds, or half-way to it if that is later. */
const margin = 300_000

/** An access token, worth keeping until shortly before its end. */
export function toKept({ accessToken, lifetime }: Pick<Tokens, 'accessToken' | 'lifetime'>, now: number): KeptToken {
  const renewAt = now + Math.max(lifetime / 2, lifetime - margin)
  return { token: accessToken, expiresOnTimestamp: now + lifetime, renewAt }
}

/**
 * Reads a stored value: a refresh token as it is, or a record.
 *
 * @throws CredentialError without the value.
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
