import type { ProductUpgradeRequest } from '@partner-upgrades/spec'
import type { IdempotencyEntry, PendingCreate } from '../idempotency/store.ts'
import type { Settings } from '../options/settings.ts'
import type { Call } from '../transport/call.ts'
import type { Operations } from '../upgrade/operations.ts'

/** The creates with unknown outcomes, by subject: the attempt, and since when this client has been looking for its upgrade. */
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
  /** Whether to return an existing upgrade instead of creating another. */
  readonly adopt: boolean
  /** An earlier create that may have been sent. */
  readonly inDoubt: PendingCreate | undefined
  /** The upgrade that had failed before the create was sent; `null` if there was none, `undefined` if this was not checked. */
  readonly earlier: string | null | undefined
  /** Whether to look for the upgrade at most once instead of waiting. */
  readonly lookOnce: boolean
  /** The creates of this client whose outcomes are unknown. */
  readonly doubts: Doubts
}
