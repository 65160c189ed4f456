/** A stored value and its version. */
export interface StoredValue {
  /** The value: a secret. */
  readonly value: string
  /** Changes with every write and is never reused, such as an ETag or the version of a secret. */
  readonly version: string
}

/**
 * Stores the refresh tokens of partners. A value is either a plain refresh token or a record that this package writes.
 *
 * Every process that uses a partner's refresh token must use the same store.
 */
export interface TokenStore {
  /** Returns the value, or `undefined` if there is none. */
  get(key: string): Promise<StoredValue | undefined>
  /**
   * Stores a value if the stored version is still the expected one, where `undefined` means that there is no value.
   *
   * @returns whether the value was stored
   */
  compareAndSet(key: string, expectedVersion: string | undefined, value: string): Promise<boolean>
}
