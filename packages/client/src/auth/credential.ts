/** A token and its expiry, as in `AccessToken` of `@azure/core-auth`. */
export interface AccessToken {
  /** The bearer token. */
  readonly token: string
  /** When it expires, in milliseconds since 1970. */
  readonly expiresOnTimestamp: number
}

/** The details of a token request, passed to a credential function. */
export interface TokenRequest {
  /** The scope of the cloud, such as `https://api.partnercenter.microsoft.com/user_impersonation`. */
  readonly scopes: readonly string[]
  /** The claims the service demanded when it refused the last token, decoded. */
  readonly claims?: string
  /** Whether the service refused the last token; if so, do not return it from a cache. */
  readonly forceRefresh: boolean
  /** Aborted once no caller is waiting for the token. */
  readonly signal: AbortSignal
}

/** A function that gets a token for the App+User of a partner. */
export type TokenFunction = (request: TokenRequest) => AccessToken | PromiseLike<AccessToken>

/** An object that gets tokens, such as the credentials of `@azure/identity` (`TokenCredential` of `@azure/core-auth`). */
export interface TokenSource {
  /** Gets a token, or `null` if there is none. */
  getToken(
    scopes: string[],
    options: { readonly abortSignal: AbortSignal; readonly claims?: string },
  ): PromiseLike<AccessToken | null>
}

/** The source of access tokens: a token, a function, or a `TokenCredential` of `@azure/core-auth`. */
export type Credential = string | TokenFunction | TokenSource

/** Whether a token is valid in a header. If it had a line break, the error of `fetch` would print the token. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~]+$/.test(value)
}
