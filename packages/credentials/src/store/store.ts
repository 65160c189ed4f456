/** A value, and which version of it. */
export interface StoredValue {
  /** What was stored: a secret. */
  readonly value: string
  /** Changes whenever the value does, and never comes back: an ETag, a secret's version. */
  readonly version: string
}

/**
 * Where the refresh tokens of partners are kept. The value is a refresh token as it is, or what this package made of it.
 *
 * Every process that uses a partner's refresh token must use the same store.
 */
export interface TokenStore {
  /** The value, or `undefined` if there is none. */
  get(key: string): Promise<StoredValue | undefined>
  /**
   * Stores a value if the stored version still is the expected one, where `undefined` stands for no value at all.
   *
   * @returns whether the value was stored
   */
  compareAndSet(key: string, expectedVersion: string | undefined, value: string): Promise<boolean>
}
