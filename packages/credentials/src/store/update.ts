import type { Clock } from '../shared/clock.ts'
import { CredentialError } from '../shared/errors.ts'
import type { StoredValue, TokenStore } from './store.ts'

/** A store that loses this many races in a row is broken. */
const patience = 100

/**
 * Changes a value by compare-and-set, however many others do the same.
 *
 * @param change what to store in place of what is there; `undefined` to leave it
 * @returns whether something was stored
 * @throws CredentialError if the store takes nothing.
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
