import type { AcceptCredential } from '../contract/credentials.ts'
import type { Clock } from '../time/clock.ts'
import type { Faults } from './faults.ts'

/** A token with a fate of its own. */
export interface Token {
  readonly value: string
  /**
   * From when on it is refused, by the mock's clock.
   * @default never
   */
  readonly expiresAt?: Date | string | number
  /**
   * The code or name of the fault that it meets, such as `mfaRequired`.
   * @default none
   */
  readonly fault?: string
}

/** The tokens that are accepted; or a function that accepts one, refuses it, or names the fault that it meets. */
export type Tokens = readonly (string | Token)[] | ((token: string) => boolean | string)

/** Judges tokens; without any given, all are good. */
export function createAcceptToken(tokens: Tokens | undefined, clock: Clock, faults: Faults): AcceptCredential {
  if (tokens === undefined) return () => true
  if (typeof tokens === 'function') return ({ value }) => tokens(value)
  const known = new Map(tokens.map((token) => (typeof token === 'string' ? [token, {}] : [token.value, token])))
  const verdicts = new Map<string, Verdict>()
  for (const [value, token] of known) verdicts.set(value, toVerdict(token, faults))
  return ({ value }) => {
    const verdict = verdicts.get(value)
    if (verdict === undefined || clock.now() >= verdict.expiresAt) return false
    return verdict.code ?? true
  }
}

interface Verdict {
  readonly expiresAt: number
  readonly code?: string
}

function toVerdict({ expiresAt = Number.POSITIVE_INFINITY, fault }: Partial<Token>, faults: Faults): Verdict {
  const time = typeof expiresAt === 'number' ? expiresAt : new Date(expiresAt).getTime()
  if (Number.isNaN(time)) throw new TypeError(`Not a time for a token to expire at: ${String(expiresAt)}`)
  return { expiresAt: time, ...(fault !== undefined && { code: faults.find(fault).code }) }
}
