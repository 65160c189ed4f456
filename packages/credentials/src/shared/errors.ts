/** Marks the errors of every copy of this package in a program. */
const brand = Symbol.for('@partner-upgrades/credentials/error')

/**
 * The kind of failure: a wrong option (`options`), an unusable store (`store`), a partner who must sign in and consent again (`consent`),
 * a rejected application (`client`), an unreachable endpoint (`connection`), or one that did not respond properly (`service`).
 */
export type CredentialFailure = 'options' | 'store' | 'consent' | 'client' | 'connection' | 'service'

/** The details of a failure, as far as they are known. */
export interface FailureDetails {
  /** The tenant of the partner whose token was requested. */
  readonly tenantId?: string | undefined
  /** Entra's own code, such as `AADSTS700082`. */
  readonly serviceCode?: string | undefined
  /** The OAuth error code, such as `invalid_grant`. */
  readonly oauthError?: string | undefined
  /** What to do about Entra's code, if it is a known one. */
  readonly remedy?: string | undefined
  /** Why the connection failed, such as `ENOTFOUND` or `SELF_SIGNED_CERT_IN_CHAIN`. */
  readonly connectionCode?: string | undefined
  /** Set if the response came from something else, such as a firewall, a web filter or a sign-in page. */
  readonly isForeign?: true | undefined
  /** Entra's ID of the exchange, for support. */
  readonly correlationId?: string | undefined
  /** Entra's ID of the request, for support. */
  readonly traceId?: string | undefined
  /** When Entra rejected the request, in Entra's own notation. */
  readonly timestamp?: string | undefined
}

/** Reports that no token could be obtained. Contains no secret in any printed form, and no cause that might. */
export class CredentialError extends Error {
  declare readonly name: 'CredentialError'
  /** The kind of failure. */
  readonly reason: CredentialFailure
  /** The tenant of the partner whose token was requested. */
  declare readonly tenantId?: string
  /** Entra's own code, such as `AADSTS700082`. */
  declare readonly serviceCode?: string
  /** The OAuth error code, such as `invalid_grant`. */
  declare readonly oauthError?: string
  /** What to do about Entra's code, if it is a known one. */
  declare readonly remedy?: string
  /** Why the connection failed, such as `ENOTFOUND` or `SELF_SIGNED_CERT_IN_CHAIN`. */
  declare readonly connectionCode?: string
  /** Set if the response came from something else, such as a firewall, a web filter or a sign-in page. */
  declare readonly isForeign?: true
  /** Entra's ID of the exchange, for support. */
  declare readonly correlationId?: string
  /** Entra's ID of the request, for support. */
  declare readonly traceId?: string
  /** When Entra rejected the request, in Entra's own notation. */
  declare readonly timestamp?: string

  constructor(reason: CredentialFailure, message: string, details: FailureDetails = {}) {
    super(message)
    this.reason = reason
    for (const [name, value] of Object.entries(details)) {
      if (value !== undefined) Object.defineProperty(this, name, { value, enumerable: true })
    }
  }

  /** Returns the error with all its details as plain JSON. */
  toJSON(): object {
    const { name, message, ...details } = this
    return { name, message, ...details }
  }
}
Object.defineProperty(CredentialError.prototype, brand, { value: true })
Object.defineProperty(CredentialError.prototype, 'name', { value: 'CredentialError' })

/** Whether a value is an error of this package, even of another copy of it in the program. */
export function isCredentialError(value: unknown): value is CredentialError {
  return typeof value === 'object' && value !== null && brand in value
}

/** Finds the `CredentialError` among an error and its causes: the client wraps errors that its credential throws. */
export function credentialErrorOf(error: unknown): CredentialError | undefined {
  if (isCredentialError(error)) return error
  return error instanceof Error ? credentialErrorOf(error.cause) : undefined
}

/**
 * Whether an error, or one of its causes, means that the partner must sign in and consent again.
 *
 * @example
 * if (isConsentRequired(error)) sendConsentLink(partner)
 */
export function isConsentRequired(error: unknown): boolean {
  return credentialErrorOf(error)?.reason === 'consent'
}
