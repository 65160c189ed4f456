import type { ProductUpgradeRequest } from '@partner-upgrades/spec'
import type { IdempotencyEntry, PendingCreate } from '../idempotency/store.ts'
import type { Settings } from '../options/settings.ts'
import type { Call } from '../transport/call.ts'
import type { Operations } from '../upgrade/operations.ts'

/** Since when this client has been looking for the upgrades of creates with unknown outcomes, by their subjects. */
export type Doubts = Map<string, { readonly attempt: string; readonly since: number }>

/** A create and everything it needs. */
export interface CreateTask {
  /** The call that the create is part of. */
  readonly call: Call
  /** The customer and the product family. */
  readonly request: ProductUpgradeRequest
  /** The operations of the service. */
  readonly operations: Operations
  /** The settings of the client. */
  readonly settings: Settings
  /** The record of the customer's creates, held for this call. */
  readonly entry: IdempotencyEntry
  /** Whether an upgrade that is there already will do. */
  readonly adopt: boolean
  /** The create that may have been sent before. */
  readonly inDoubt: PendingCreate | undefined
  /** The upgrade that had failed before the create was sent; `null` if there was none, `undefined` if nobody looked. */
  readonly earlier: string | null | undefined
  /** Looks at most once, in place of waiting. */
  readonly lookOnce: boolean
  /** Since when this client has been looking for upgrades. */
  readonly doubts: Doubts
}
