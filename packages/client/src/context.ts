import type { TokenCache } from './credential.ts'
import type { Gate } from './gate.ts'
import type { Settings } from './settings.ts'

/** What all calls of a client share. */
export interface Context extends Settings {
  readonly tokens: TokenCache
  readonly gate: Gate
}
