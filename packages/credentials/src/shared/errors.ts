/** Found by every copy of this package in a program. */
const brand = Symbol.for('@partner-upgrades/credentials/error')

/**
 * What is wrong: an option (`options`), the store (`store`), the partner has to sign in and consent again (`consent`), the application's
 * secret or certificate was refused (`client`), the token endpoint could not be reached (`connection`) or did not do its work (`service`).
 */
export type CredentialFailure = 'options' | 'store' | 'consent' | 'client' | 'connection' | 'service'

/** What is known about a failure. */
export interface FailureDetails {
  /** The partner it happened to. */
  readonly tenantId?: string | undefined
  /** Entra's own code, such as `AADSTS700082`. */
  readonly serviceCode?: string | undefined
  /** The code of OAuth, such as `invalid_grant`. */
  readonly oauthError?: string | undefined
  /** What to do about Entra's code, if it is a known one. */
  readonly remedy?: string | undefined
  /** Why there was no connection, such as `ENOTFOUND` or `SELF_SIGNED_CERT_IN_CHAIN`. */
  readonly connectionCode?: string | undefined
  /** Whether something else answered, such as a firewall, a web filter or a sign-in page. */
  readonly isForeign?: true | undefined
  /** Entra's ID of the exchange, for support. */
  readonly correlationId?: string | undefined
  /** Entra's ID of the request, for support. */
  readonly traceId?: string | undefined
  /** When Entra refused it, as Entra writes it. */
  readonly timestamp?: string | undefined
}

/** There is no token. Holds no secret in any printed form, and no cause that could. */
export class CredentialError extends Error {
  declare readonly name: 'CredentialError'
  /** What is wrong. */
  readonly reason: CredentialFailure
  /** The partner it happened to. */
  declare readonly tenantId?: string
  /** Entra's own code, such as `AADSTS700082`. */
  declare readonly serviceCode?: string
  /** The code of OAuth, such as `invalid_grant`. */
  declare readonly oauthError?: string
  /** What to do about Entra's code, if it is a known one. */
  declare readonly remedy?: string
  /** Why there was no connection, such as `ENOTFOUND` or `SELF_SIGNED_CERT_IN_CHAIN`. */
  declare readonly connectionCode?: string
  /** Whether something else answered, such as a firewall, a web filter or a sign-in page. */
  declare readonly isForeign?: true
  /** Entra's ID of the exchange, for support. */
  declare readonly correlationId?: string
  /** Entra's ID of the request, for support. */
  declare readonly traceId?: string
  /** When Entra refused it, as Entra writes it. */
  declare readonly timestamp?: string

  constructor(reason: CredentialFailure, message: string, details: FailureDetails = {}) {
    super(message)
    this.reason = reason
    for (const [name, value] of Object.entries(details)) {
      if (value !== undefined) Object.defineProperty(this, name, { value, enumerable: true })
    }
  }

  /** All there is to know as plain JSON. */
  toJSON(): object {
    const { name, message, ...details } = this
    return { name, message, ...details }
  }
}
Object.defineProperty(CredentialError.prototype, brand, { value: true })
Object.defineProperty(CredentialError.prototype, 'name', { value: 'CredentialError' })

/** Whether a value is an error of this package, of whichever of its copies in a program. */
export function isCredentialError(value: unknown): value is CredentialError {
  return typeof value === 'object' && value !== null && brand in value
}

/** The error of this package that a value is, or that caused it: the client wraps what its credential throws. */
export function credentialErrorOf(error: unknown): CredentialError | undefined {
  if (isCredentialError(error)) return error
  return error instanceof Error ? credentialErrorOf(error.cause) : undefined
}

/**
 * Whether the partner has to sign in and consent again, by what an error is or what caused it.
 *
 * @example
 * if (isConsentRequired(error)) sendConsentLink(partner)
 */
export function isConsentRequired(error: unknown): boolean {
  return credentialErrorOf(error)?.reason === 'consent'
}
