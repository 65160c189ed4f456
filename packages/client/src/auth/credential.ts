/** A token and its expiry, as in `AccessToken` of `@azure/core-auth`. */
export interface AccessToken {
  /** The bearer token. */
  readonly token: string
  /** When it expires, in milliseconds since 1970. */
  readonly expiresOnTimestamp: number
}

/** What the client asks a credential function for. */
export interface TokenRequest {
  /** The scope of the cloud, such as `https://api.partnercenter.microsoft.com/user_impersonation`. */
  readonly scopes: readonly string[]
  /** The claims the service demanded when it refused the last token, decoded. */
  readonly claims?: string
  /** Whether the last token was refused, so that a cached one must not be returned. */
  readonly forceRefresh: boolean
  /** Aborted when no caller waits for the token any more. */
  readonly signal: AbortSignal
}

/** A function that gets a token for the App+User of a partner. */
export type TokenFunction = (request: TokenRequest) => AccessToken | PromiseLike<AccessToken>

/** An object that gets tokens: what `@azure/identity` and its like provide (`TokenCredential` of `@azure/core-auth`). */
export interface TokenSource {
  /** Gets a token, or `null` if there is none. */
  getToken(
    scopes: string[],
    options: { readonly abortSignal: AbortSignal; readonly claims?: string },
  ): PromiseLike<AccessToken | null>
}

/** The source of access tokens: a token, a function, or a `TokenCredential` of `@azure/core-auth`. */
export type Credential = string | TokenFunction | TokenSource

/** Whether a token fits into a header. With a line break in it, the error of `fetch` would show it. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~]+$/.test(value)
}
