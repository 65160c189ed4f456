import type { TokenCache } from '../auth/token-cache.ts'
import type { RequestGate } from '../options/request-gate.ts'
import type { Settings } from '../options/settings.ts'

/** The state that all calls of a client share. */
export interface Context extends Settings {
  /** The cache of the credential's tokens. */
  readonly tokens: TokenCache
  /** Admits requests. */
  readonly gate: RequestGate
}
