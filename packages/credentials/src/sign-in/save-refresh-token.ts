import type { PartnerOptions } from '../options/options.ts'
import { storeKey } from '../options/settings.ts'
import { systemClock } from '../shared/clock.ts'
import type { TokenStore } from '../store/store.ts'
import { update } from '../store/update.ts'
import { parseRecord, type TokenRecord } from '../token/record.ts'

/** Identifies the partner of a refresh token, and the store to put it in. */
export interface SaveOptions extends PartnerOptions {
  /** The store. */
  readonly store: TokenStore
  /**
   * Whether the token was issued without the application's secret or certificate, for instance by device code. Entra then accepts
   * neither when the token is redeemed.
   * @default false
   */
  readonly isPublic?: boolean | undefined
}

/**
 * Stores a partner's refresh token, replacing any that is there: the first step of the secure application model if the token comes
 * from a sign-in elsewhere.
 *
 * @throws CredentialError if the token or an option is invalid, or if the store cannot be written.
 */
export async function saveRefreshToken(options: SaveOptions, refreshToken: string): Promise<void> {
  const { store, isPublic = false } = options
  const key = storeKey(options)
  const record: TokenRecord = { ...parseRecord(refreshToken, key), isPublic }
  await update({ store, key, clock: systemClock }, () => JSON.stringify(record))
}
