import type { TokenCache } from '../auth/token-cache.ts'
import type { RequestGate } from '../options/request-gate.ts'
import type { Settings } from '../options/settings.ts'

/** What all calls of a client share. */
export interface Context extends Settings {
  /** The cache of the credential's tokens. */
  readonly tokens: TokenCache
  /** Lets requests through. */
  readonly gate: RequestGate
}
