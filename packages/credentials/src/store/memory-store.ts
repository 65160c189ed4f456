import type { StoredValue, TokenStore } from './store.ts'

/**
 * Creates a store in memory, which lasts as long as the process.
 *
 * @param initial the initial values by key, see `storeKey`
 */
export function createMemoryStore(initial: Readonly<Record<string, string>> = {}): TokenStore {
  const first = Object.entries(initial).map(([key, value]): [string, StoredValue] => [key, { value, version: '0' }])
  const values = new Map(first)
  let written = 0
  return {
    get: async (key) => values.get(key),
    async compareAndSet(key, expectedVersion, value) {
      if (values.get(key)?.version !== expectedVersion) return false
      values.set(key, { value, version: String(++written) })
      return true
    },
  }
}
