import type { UpgradeReference } from '../protocol/upgrade-reference.ts'

/** A create that was sent, or is about to be, and that may not be over. Plain JSON. */
export interface PendingCreate {
  /** `MS-RequestId`, the same on every attempt. */
  readonly requestId: string
  /** What tells the latest attempt from those before it: its `MS-CorrelationId`, or when it was sent. */
  readonly attempt?: string
  /** Whether the service accepted it (2xx), so that it is never sent again; absent while an attempt is under way. */
  readonly accepted?: boolean
  /**
   * The upgrade that had failed before the create was sent, and is not the one of the create; `null` if there was none; absent if
   * nobody looked.
   */
  readonly earlier?: string | null
  /** The upgrade that it created, if the service named one. */
  readonly upgradeId?: string
}

/** What a create is about: one service, customer and product family. */
export type CreateSubject = Pick<UpgradeReference, 'baseUrl' | 'customerId' | 'productFamily'>

/** The record of one customer's create, held by one caller at a time. */
export interface IdempotencyEntry {
  /** The create that others, or an earlier call, left behind. */
  readonly pending?: PendingCreate
  /** Whether somebody else held the entry while this caller waited for it. */
  readonly waited?: boolean
  /** Whether only this client can have left the record behind, and not another process. */
  readonly own?: boolean
  /**
   * Replaces the record. Called before each attempt: what cannot be saved is not sent.
   *
   * @throws if it cannot be saved.
   */
  save(pending: PendingCreate): void | Promise<void>
  /** Removes the record: nothing was created. */
  clear(): void | Promise<void>
  /** Lets the next caller in. */
  close(): void | Promise<void>
}

/**
 * Where a client keeps the request ID of each create until its outcome is known, so that no later call sends another. The default is the
 * client's own memory; `createIdempotencyFiles` of `@partner-upgrades/client/node` is shared by all processes of a machine, and survives
 * them.
 */
export interface IdempotencyStore {
  /**
   * Takes the entry of a customer, and waits for whoever holds it.
   *
   * @throws the signal's reason, as soon as it is aborted.
   */
  open(subject: CreateSubject, signal: AbortSignal): Promise<IdempotencyEntry>
}

/** Names what a create is about, in any spelling, as one text. */
export function subjectKey({ baseUrl, customerId, productFamily }: CreateSubject): string {
  return [baseUrl, customerId, productFamily].join(' ').toLowerCase()
}
