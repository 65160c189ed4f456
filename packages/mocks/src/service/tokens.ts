import type { FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import type { AcceptCredential, Credential } from '../contract/credentials.ts'
import type { Clock } from '../time/clock.ts'

/** A token that expires or gets a fault. */
export interface Token {
  /** The token itself, without `Bearer`. */
  readonly value: string
  /**
   * When it expires, by the mock's clock.
   * @default never
   */
  readonly expiresAt?: Date | string | number | undefined
  /**
   * The code or name of the fault that calls with it get, such as `mfaRequired`. A token with `appOnlyToken` is an app-only token:
   * operations that accept such tokens accept it.
   * @default none
   */
  readonly fault?: string | undefined
}

/** The tokens that are accepted; or a function that accepts a token, refuses it, or names the fault to respond with. */
export type Tokens = readonly (string | Token)[] | ((token: string) => boolean | string)

/** Creates the check of tokens; without any given, every token is accepted. */
export function createAcceptToken(tokens: Tokens | undefined, clock: Clock, faults: FaultCatalogue): AcceptCredential {
  if (tokens === undefined) return () => true
  if (typeof tokens === 'function') return (credential) => forScheme(tokens(credential.value), credential, faults)
  const known = new Map(tokens.map((token) => (typeof token === 'string' ? [token, {}] : [token.value, token])))
  const verdicts = new Map<string, Verdict>()
  for (const [value, token] of known) verdicts.set(value, toVerdict(token, faults))
  return (credential) => {
    const verdict = verdicts.get(credential.value)
    if (verdict === undefined || clock.now() >= verdict.expiresAt) return false
    return forScheme(verdict.code ?? true, credential, faults)
  }
}

/** An app-only token is accepted where the contract declares such tokens. */
function forScheme(verdict: boolean | string, { scheme }: Credential, faults: FaultCatalogue): boolean | string {
  const isAppOnly = typeof verdict === 'string' && faults.find(verdict).name === 'appOnlyToken'
  return isAppOnly && scheme.name === 'appOnlyToken' ? true : verdict
}

interface Verdict {
  readonly expiresAt: number
  readonly code?: string
}

function toVerdict({ expiresAt = Number.POSITIVE_INFINITY, fault }: Partial<Token>, faults: FaultCatalogue): Verdict {
  const time = typeof expiresAt === 'number' ? expiresAt : new Date(expiresAt).getTime()
  if (Number.isNaN(time)) throw new TypeError(`Invalid expiry time of a token: ${String(expiresAt)}`)
  return { expiresAt: time, ...(fault !== undefined && { code: faults.find(fault).code }) }
}
