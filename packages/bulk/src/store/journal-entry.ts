import type { AuditRecord } from '@partner-upgrades/client'

/** The outcomes of a row. `eligible` and `upgraded` occur in dry runs only. */
export const outcomes = [
  'completed',
  'partial',
  'failed',
  'ineligible',
  'rejected',
  'unknown',
  'eligible',
  'upgraded',
] as const

/**
 * The outcome of a row: the upgrade ended (`completed`, `partial`, `failed`); none was created, because the customer cannot be upgraded
 * (`ineligible`) or because the service rejected the create or could not be reached (`rejected`); or the outcome could not be
 * established (`unknown`). A dry run finds out whether the customer can be upgraded (`eligible`) or already has an upgrade, completed or
 * in progress (`upgraded`).
 */
export type Outcome = (typeof outcomes)[number]

/** Whether nothing is left to do for a customer with this outcome. */
export function isSuccess(outcome: Outcome | 'open'): boolean {
  return outcome === 'completed' || outcome === 'eligible' || outcome === 'upgraded'
}

/** Why a row ended or was postponed. */
export interface Reason {
  /** The service's text, if it gave one. */
  readonly text: string
  /** The service's fault code, if it gave one; not every code is in the fault catalogue. */
  readonly code?: string
  /** The name of the client's error, if there was one. */
  readonly error?: string
}

/** A product of a line item. */
export interface RecordedProduct {
  /** The service's ID of the product. */
  readonly id?: string
  /** The service's name of the product. */
  readonly name?: string
}

/** A line item: one product that the upgrade moved, or failed to move. */
export interface RecordedLineItem {
  /** The product that the customer had. */
  readonly sourceProduct?: RecordedProduct
  /** The product that the customer got, or would have got. */
  readonly targetProduct?: RecordedProduct
  /** The service's status of the line item. */
  readonly status?: string
  /** When the product was moved, exactly as the service wrote it. */
  readonly upgradedDate?: string
  /** Why the product was not moved, if the service gives a reason. */
  readonly reason?: Reason
}

/** A call of the client: its IDs, times and attempts. */
export type RecordedCall = Omit<AuditRecord, 'version' | 'customerId' | 'upgradeId'>

/** A create is about to be sent, for the first time or again. Durable before the create is sent. */
export interface Sending {
  /** The type of the entry. */
  readonly is: 'sending'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** `MS-RequestId`. */
  readonly requestId: string
  /** `MS-CorrelationId` of this attempt. */
  readonly correlationId: string
}

/**
 * The service accepted the create with a 2xx response that named no usable upgrade, so this create must never be sent again. Durable
 * before anything else is done with the row; the worker keeps its claim.
 */
export interface Accepted {
  /** The type of the entry. */
  readonly is: 'accepted'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** `MS-RequestId` of that create. */
  readonly requestId: string
}

/** An upgrade exists and must be followed. */
export interface Created {
  /** The type of the entry. */
  readonly is: 'created'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** The ID of the upgrade, a GUID. */
  readonly upgradeId: string
  /** Whether the upgrade existed already, rather than being created by this list. */
  readonly adopted: boolean
  /** Milliseconds until the first poll, counted from when this is recorded. */
  readonly dueIn: number
  /** The client's calls since the row's previous entry. */
  readonly calls: readonly RecordedCall[]
}

/** The row is not settled yet, and is due again later. */
export interface Postponed {
  /** The type of the entry. */
  readonly is: 'postponed'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** Milliseconds until the row is due again, counted from when this is recorded. */
  readonly dueIn: number
  /** How many attempts in a row have failed. */
  readonly tries: number
  /** The delay before the next poll, in milliseconds; absent if the row does not wait for one. */
  readonly delay?: number
  /** Whether it is certain that no upgrade was created, so that the next create uses a new request ID. */
  readonly anew?: boolean
  /** Why the row was postponed. */
  readonly reason?: Reason
  /** The client's calls since the row's previous entry. */
  readonly calls: readonly RecordedCall[]
}

/** The row has ended. */
export interface Ended {
  /** The type of the entry. */
  readonly is: 'ended'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** How the row ended. */
  readonly outcome: Outcome
  /** Whether `--only-failed` may retry it. */
  readonly again: boolean
  /** Why the row ended this way; absent if there is nothing to explain. */
  readonly reason?: Reason
  /** The line items in the upgrade's last status; absent if there are none, and in journals of earlier versions. */
  readonly lineItems?: readonly RecordedLineItem[]
  /** How many line items were left out because there are too many to record; failed ones are recorded first. */
  readonly lineItemsLeftOut?: number
  /** The client's calls since the row's previous entry. */
  readonly calls: readonly RecordedCall[]
}

/** An entry about one row. */
export type RowEntry = Sending | Accepted | Created | Postponed | Ended

/** Begins a new round: reopens every row that may be retried and, with `all`, every row for which nothing was created. */
export interface Again {
  /** The type of the entry. */
  readonly is: 'again'
  /** The number of the round, counted from 1. */
  readonly round: number
  /** Whether to reopen rows for which nothing was created, too. @default false */
  readonly all?: boolean
}

/** An entry that workers append. */
export type JournalEntry = RowEntry | Again

/**
 * The list was handed over to a fleet: no later line of this journal counts, and no worker of it sends anything more. The event itself
 * counts only if no line was written between reading the journal for the hand-over and this one.
 */
export interface HandedOver {
  /** The type of the event. */
  readonly is: 'handedOver'
  /** The number of lines before it. */
  readonly after: number
  /** The ID of this hand-over, a GUID. */
  readonly handOver: string
  /** The fleet's ID, a GUID. */
  readonly fleet: string
  /** The name of the list in the fleet. */
  readonly list: string
  /** The partner tenant that the fleet's list belongs to. */
  readonly partner: string
}

/** An event in the order of the store: an entry, or a message about workers, pauses or a hand-over. */
export type JournalEvent =
  | JournalEntry
  | { readonly is: 'claimed'; readonly rows: readonly number[] }
  /** The service has requested a pause of `quietFor` milliseconds, counted from when this is recorded. */
  | { readonly is: 'throttled'; readonly quietFor: number }
  | { readonly is: 'alive' }
  | { readonly is: 'left' }
  /** Another worker’s process no longer runs, so its claims are released. */
  | { readonly is: 'gone'; readonly worker: string }
  | HandedOver

/** Whether an entry is about a row. */
export function isRowEntry(entry: { readonly is: string }): entry is RowEntry {
  return 'row' in entry
}
