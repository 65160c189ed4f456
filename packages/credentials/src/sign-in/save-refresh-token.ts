import type { PartnerOptions } from '../options/options.ts'
import { storeKey } from '../options/settings.ts'
import { systemClock } from '../shared/clock.ts'
import type { TokenStore } from '../store/store.ts'
import { update } from '../store/update.ts'
import { parseRecord, type TokenRecord } from '../token/record.ts'

/** Where a refresh token goes. */
export interface SaveOptions extends PartnerOptions {
  /** The store. */
  readonly store: TokenStore
  /**
   * Whether the token was got without the application's secret or certificate, as by a device code. Entra then wants none of them
   * when it is redeemed either.
   * @default false
   */
  readonly isPublic?: boolean | undefined
}

/**
 * Puts a partner's refresh token into a store, in place of any that is there: the start of the secure application model, where the
 * token came from a sign-in elsewhere.
 *
 * @throws CredentialError
 */
export async function saveRefreshToken(options: SaveOptions, refreshToken: string): Promise<void> {
  const { store, isPublic = false } = options
  const key = storeKey(options)
  const record: TokenRecord = { ...parseRecord(refreshToken, key), isPublic }
  await update({ store, key, clock: systemClock }, () => JSON.stringify(record))
}
