import type { Clock } from '../shared/clock.ts'
import { CredentialError } from '../shared/errors.ts'
import type { StoredValue, TokenStore } from './store.ts'

/** The number of consecutive lost races after which the store counts as broken. */
const patience = 100

/**
 * Updates a value by compare-and-set, and retries while other processes do the same.
 *
 * @param change returns the value to store instead of the current one; `undefined` to leave it
 * @returns whether a value was stored
 * @throws CredentialError if the store accepts no value.
 */
export async function update(
  { store, key, clock }: { readonly store: TokenStore; readonly key: string; readonly clock: Clock },
  change: (entry: StoredValue | undefined) => string | undefined,
): Promise<boolean> {
  for (let lost = 0; lost < patience; lost++) {
    const entry = await store.get(key)
    const value = change(entry)
    if (value === undefined) return false
    if (await store.compareAndSet(key, entry?.version, value)) return true
    await clock.sleep(10 * Math.random())
  }
  throw new CredentialError('store', `The store accepts no value for ${key}: its compareAndSet always returns false`)
}
