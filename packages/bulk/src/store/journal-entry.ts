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
  /** What the customer had. */
  readonly sourceProduct?: RecordedProduct
  /** What the customer got, or would have got. */
  readonly targetProduct?: RecordedProduct
  /** The service's status of the product. */
  readonly status?: string
  /** When the product was moved, exactly as the service wrote it. */
  readonly upgradedDate?: string
  /** Why the product was not moved, if the service says so. */
  readonly reason?: Reason
}

/** A call of the client: its IDs, times and attempts. */
export type RecordedCall = Omit<AuditRecord, 'version' | 'customerId' | 'upgradeId'>

/** A create is about to be sent, for the first time or again. Durable before the create is sent. */
export interface Sending {
  /** Tells the kinds of entries apart. */
  readonly is: 'sending'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** `MS-RequestId`. */
  readonly requestId: string
  /** `MS-CorrelationId` of this attempt. */
  readonly correlationId: string
}

/**
 * The service answered the create with a 2xx that named no usable upgrade, so this create must never be sent again. Durable before
 * anything else is done with the row, which the worker keeps.
 */
export interface Accepted {
  /** Tells the kinds of entries apart. */
  readonly is: 'accepted'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** `MS-RequestId` of that create. */
  readonly requestId: string
}

/** An upgrade exists and has to be followed. */
export interface Created {
  /** Tells the kinds of entries apart. */
  readonly is: 'created'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** The ID of the upgrade, a GUID. */
  readonly upgradeId: string
  /** Whether the upgrade existed before, instead of being created by this list. */
  readonly adopted: boolean
  /** In how many milliseconds to poll it, counted from when this is recorded. */
  readonly dueIn: number
  /** The client's calls since the row's entry before. */
  readonly calls: readonly RecordedCall[]
}

/** The row is not settled yet, and is due again later. */
export interface Postponed {
  /** Tells the kinds of entries apart. */
  readonly is: 'postponed'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** In how many milliseconds the row is due again, counted from when this is recorded. */
  readonly dueIn: number
  /** How many attempts in a row have failed. */
  readonly tries: number
  /** The delay before the next poll in milliseconds, if the row waits for one. */
  readonly delay?: number
  /** Whether it is certain that no upgrade was created, so that the next create uses a new request ID. */
  readonly anew?: boolean
  /** Why it was postponed. */
  readonly reason?: Reason
  /** The client's calls since the row's entry before. */
  readonly calls: readonly RecordedCall[]
}

/** The row has ended. */
export interface Ended {
  /** Tells the kinds of entries apart. */
  readonly is: 'ended'
  /** The row of the list, counted from 0. */
  readonly row: number
  /** How it ended. */
  readonly outcome: Outcome
  /** Whether `--only-failed` may retry it. */
  readonly again: boolean
  /** Why it ended so; absent where there is nothing to explain. */
  readonly reason?: Reason
  /** The line items of the upgrade, as its status last gave them; absent if there are none, and in journals of earlier versions. */
  readonly lineItems?: readonly RecordedLineItem[]
  /** How many line items were left out because there are too many to record; failed ones are recorded first. */
  readonly lineItemsLeftOut?: number
  /** The client's calls since the row's entry before. */
  readonly calls: readonly RecordedCall[]
}

/** An entry about one row. */
export type RowEntry = Sending | Accepted | Created | Postponed | Ended

/** Every row that may be retried is open again; with `all`, so is every row for which nothing was created. */
export interface Again {
  /** Tells the kinds of entries apart. */
  readonly is: 'again'
  /** The number of the round, counted from 1. */
  readonly round: number
  /** Whether rows for which nothing was created are open again, too. @default false */
  readonly all?: boolean
}

/** An entry that workers append. */
export type JournalEntry = RowEntry | Again

/**
 * The list has gone to a fleet: from here on nothing counts in this journal, which sends nothing more. It counts itself only if no line
 * came between what was handed over and this one.
 */
export interface HandedOver {
  /** Tells the kinds of events apart. */
  readonly is: 'handedOver'
  /** How many lines there were before it. */
  readonly after: number
  /** What tells this hand-over from all others, a GUID. */
  readonly handOver: string
  /** The fleet's ID, a GUID. */
  readonly fleet: string
  /** The name of the list in the fleet. */
  readonly list: string
  /** The partner tenant that the list belongs to there. */
  readonly partner: string
}

/** An event in the order of the store: an entry, or what a worker says about itself. */
export type JournalEvent =
  | JournalEntry
  | { readonly is: 'claimed'; readonly rows: readonly number[] }
  /** The service has asked for quiet for so many milliseconds from here on. */
  | { readonly is: 'throttled'; readonly quietFor: number }
  | { readonly is: 'alive' }
  | { readonly is: 'left' }
  /** Another worker’s process no longer runs, so its claims end. */
  | { readonly is: 'gone'; readonly worker: string }
  | HandedOver

/** Whether an entry is about a row. */
export function isRowEntry(entry: { readonly is: string }): entry is RowEntry {
  return 'row' in entry
}
