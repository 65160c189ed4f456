import type { PartnerOptions } from './options.ts'
import { parseRecord, type TokenRecord } from './record.ts'
import { storeKey } from './settings.ts'
import type { TokenStore } from './store.ts'

/**
 * Puts a partner's refresh token into a store, in place of any that is there: the start of the secure application model, where the
 * token came from a sign-in elsewhere.
 *
 * @throws CredentialError
 */
export async function saveRefreshToken(
  options: PartnerOptions & { readonly store: TokenStore },
  refreshToken: string,
): Promise<void> {
  const key = storeKey(options)
  await keep(options.store, key, parseRecord(refreshToken, key))
}

/** Stores a record whatever is there. */
export async function keep(store: TokenStore, key: string, record: TokenRecord): Promise<void> {
  let version: string | undefined
  do version = (await store.get(key))?.version
  while (!(await store.compareAndSet(key, version, JSON.stringify(record))))
}
