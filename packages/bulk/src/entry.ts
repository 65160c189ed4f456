import type { AuditRecord } from '@partner-upgrades/client'

/** How a customer's row can end. `eligible` ends rows of a dry run, and no others. */
export const outcomes = ['completed', 'partial', 'failed', 'ineligible', 'rejected', 'unknown', 'eligible'] as const

/**
 * How a row ends: the upgrade ended (`completed`, `partial`, `failed`); none was created, because the customer cannot be upgraded
 * (`ineligible`) or because the service refused or could not be asked (`rejected`); or what became of it could not be
 * established (`unknown`).
 */
export type Outcome = (typeof outcomes)[number]

/** Why a row stands as it does. */
export interface Reason {
  /** In the words of the service where it said any. */
  readonly text: string
  /** The service's code, where there is one: a key of the fault catalogue, or one of the hundreds of others. */
  readonly code?: string
  /** The name of the client's error, where there was one. */
  readonly error?: string
}

/** One call of the client: its IDs, times and attempts. */
export type RecordedCall = Omit<AuditRecord, 'version' | 'customerId' | 'upgradeId'>

/** A create is about to be sent, for the first time or again. Durable before it is. */
export interface Sending {
  readonly is: 'sending'
  readonly row: number
  /** `MS-RequestId`. */
  readonly requestId: string
  /** `MS-CorrelationId` of this attempt. */
  readonly correlationId: string
}

/** There is an upgrade; it is to be followed. */
export interface Created {
  readonly is: 'created'
  readonly row: number
  readonly upgradeId: string
  /** Whether it was there before, and not of this list's making. */
  readonly adopted: boolean
  /** When to look at it, in milliseconds since 1970. */
  readonly due: number
  readonly calls: readonly RecordedCall[]
}

/** Not settled yet: to be taken up again. */
export interface Postponed {
  readonly is: 'postponed'
  readonly row: number
  /** When to go on, in milliseconds since 1970. */
  readonly due: number
  /** How often in a row it has come to nothing. */
  readonly tries: number
  /** The milliseconds waited before the next look at an upgrade, where that is what is waited for. */
  readonly delay?: number
  /** Whether it is certain that no upgrade was created, so that the next create takes an ID of its own. */
  readonly anew?: boolean
  readonly reason?: Reason
  readonly calls: readonly RecordedCall[]
}

/** The row's end. */
export interface Ended {
  readonly is: 'ended'
  readonly row: number
  readonly outcome: Outcome
  /** Whether `--only-failed` may take it up again. */
  readonly again: boolean
  readonly reason?: Reason
  readonly calls: readonly RecordedCall[]
}

/** What is written about one row. */
export type RowEntry = Sending | Created | Postponed | Ended

/** What is written about the run itself. */
export type RunEntry =
  /** The service wants to be left alone by everybody until then, in milliseconds since 1970. */
  | { readonly is: 'throttled'; readonly until: number }
  /** All rows whose end allows it are taken up again, in a round of this number, the first being 1. */
  | { readonly is: 'again'; readonly round: number }

/** What workers write down. */
export type Entry = RowEntry | RunEntry

/** What is said in the one order of the store: entries, and what workers do about themselves. */
export type Event =
  | Entry
  | { readonly is: 'claimed'; readonly rows: readonly number[] }
  | { readonly is: 'alive' }
  | { readonly is: 'left' }

/** Whether an entry is about a row. */
export function isRowEntry(entry: { readonly is: string }): entry is RowEntry {
  return 'row' in entry
}
