import type { UpgradeReference } from '../protocol/upgrade-reference.ts'

/** A create that was sent or is about to be, and may not have finished. Plain JSON. */
export interface PendingCreate {
  /** `MS-RequestId`, the same on every attempt. */
  readonly requestId: string
  /** Distinguishes the latest attempt from earlier ones: its `MS-CorrelationId`, or the time it was sent. */
  readonly attempt?: string
  /** Whether the service accepted it (2xx), so that it is never sent again; absent while an attempt is under way. */
  readonly accepted?: boolean
  /**
   * A failed upgrade from before the create was sent, which is not the result of this create; `null` if there was none; absent if this
   * was not checked.
   */
  readonly earlier?: string | null
  /** The ID of the created upgrade, if the service named one. */
  readonly upgradeId?: string
}

/** The subject of a create: one service, customer and product family. */
export type CreateSubject = Pick<UpgradeReference, 'baseUrl' | 'customerId' | 'productFamily'>

/** The record of one customer's create, held by one caller at a time. */
export interface IdempotencyEntry {
  /** The create that another process or an earlier call left behind. */
  readonly pending?: PendingCreate
  /** Whether this caller waited for another holder of the entry. */
  readonly waited?: boolean
  /** Whether the record can only be this client's own, never another process's. */
  readonly own?: boolean
  /**
   * Replaces the record. Called before each attempt; if it fails, or takes longer than half the settling time plus one second, the create
   * is not sent.
   *
   * @throws if it cannot be saved, for example because another caller has claimed the entry in the meantime.
   */
  save(pending: PendingCreate): void | Promise<void>
  /** Removes the record, because nothing was created. Leaves it alone if another caller has claimed the entry in the meantime. */
  clear(): void | Promise<void>
  /** Releases the entry to the next caller. */
  close(): void | Promise<void>
}

/**
 * Stores the request ID of each create until its outcome is known, so that no later call sends another create. The default is the client's
 * own memory; the files of `createIdempotencyFiles` (`@partner-upgrades/client/node`) are shared by all processes of a machine and survive
 * them.
 */
export interface IdempotencyStore {
  /**
   * Claims the entry of a customer, after waiting for its current holder.
   *
   * @throws the signal's reason, as soon as it is aborted.
   */
  open(subject: CreateSubject, signal: AbortSignal): Promise<IdempotencyEntry>
}

/** The key of a subject; spellings that differ only in case share one. */
export function subjectKey({ baseUrl, customerId, productFamily }: CreateSubject): string {
  return [baseUrl, customerId, productFamily].join(' ').toLowerCase()
}
