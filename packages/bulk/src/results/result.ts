import type { Attempt } from '@partner-upgrades/client'
import type { CustomerRow } from '@partner-upgrades/customer-lists'
import type { Actor } from '@partner-upgrades/spec'
import type { Outcome, RecordedCall, RecordedLineItem } from '../store/journal-entry.ts'
import type { History, RecordedEntry } from '../store/store.ts'
import { truncate } from '../store/truncate.ts'
import { faultOf } from './fault-of.ts'
import { longestCode, longestName, truncateCall } from './truncate.ts'

/** Why a row ended as it did, with information from the fault catalogue. */
export interface ResultReason {
  /** The service's text, if it gave one; cut to 1,024 UTF-16 code units by the store. */
  readonly text: string
  /** The service's fault code, or the one found in the catalogue by the text. */
  readonly code?: string
  /** The fault's name in the catalogue. */
  readonly name?: string
  /** Who must act. */
  readonly actor?: Actor
  /** What to do. */
  readonly remedy?: string
}

/** One HTTP request for a customer. */
export type ResultAttempt = Attempt & {
  /** Whether the program was stopped before it had read the response. */
  readonly lost?: true
}

/** The result of one customer. Texts from the service are well-formed Unicode, and very long ones are cut. */
export interface Result extends CustomerRow {
  /** `open` only if the run has not ended. */
  readonly outcome: Outcome | 'open'
  /** Why it ended as it did; absent where there is nothing to explain. */
  readonly reason?: ResultReason
  /** Whether `--only-failed` retries it. */
  readonly mayRunAgain: boolean
  /** `MS-RequestId` of the create. */
  readonly requestId?: string
  /** The ID of the upgrade, once it is known. */
  readonly upgradeId?: string
  /** Whether the upgrade existed already, rather than being created by this list. */
  readonly adopted?: boolean
  /** When the first request for this customer started; ISO 8601 in UTC, like the other times. */
  readonly startedAt?: string
  /** When the upgrade was created or found. */
  readonly createdAt?: string
  /** When the outcome was settled. */
  readonly endedAt?: string
  /** The line items in the last status of an upgrade that has ended; texts are well-formed Unicode. */
  readonly lineItems?: readonly RecordedLineItem[]
  /** How many line items were left out because there are too many. */
  readonly lineItemsLeftOut?: number
  /** All HTTP requests for this customer, in order. */
  readonly attempts: readonly ResultAttempt[]
  /** The client calls that the requests belong to. */
  readonly calls: readonly RecordedCall[]
}

/** The members of a result that belong to the latest round only. */
type Latest = Pick<
  Result,
  'requestId' | 'upgradeId' | 'adopted' | 'createdAt' | 'endedAt' | 'reason' | 'lineItems' | 'lineItemsLeftOut'
> & {
  readonly outcome: Result['outcome']
  readonly mayRunAgain: boolean
}

const fresh: Latest = { outcome: 'open', mayRunAgain: false }

/** Derives the result of a row from its history. */
export function toResult(row: CustomerRow, { entries }: History): Result {
  const latest = entries.filter(({ counts }) => counts).reduce(fold, fresh)
  const calls = entries.flatMap((entry) => ('calls' in entry ? entry.calls : [])).map(truncateCall)
  const attempts = toAttempts(entries, calls)
  const [first] = attempts
  const name = row.name && { name: truncate(row.name, longestName) }
  return { ...row, ...name, ...latest, ...(first && { startedAt: first.startedAt }), attempts, calls }
}

function fold(before: Latest, { at, ...entry }: RecordedEntry): Latest {
  const time = new Date(at).toISOString()
  // An entry after an end belongs to a new round, which keeps the IDs only if the outcome was unknown.
  const { requestId, upgradeId, adopted } = before
  const kept = { ...fresh, ...(requestId && { requestId }), ...(upgradeId && { upgradeId, adopted: adopted === true }) }
  const known = before.outcome === 'open' ? before : before.outcome === 'unknown' ? kept : fresh
  switch (entry.is) {
    case 'sending':
      return { ...known, requestId: entry.requestId }
    case 'accepted':
      return known
    case 'created':
      return { ...known, upgradeId: entry.upgradeId, adopted: entry.adopted, createdAt: time }
    case 'postponed':
      return entry.anew ? fresh : known
    case 'ended': {
      const { outcome, again, reason, lineItems, lineItemsLeftOut } = entry
      return {
        ...known,
        outcome,
        mayRunAgain: again,
        endedAt: time,
        ...(reason && { reason: explained(reason) }),
        ...(lineItems && { lineItems }),
        ...(lineItemsLeftOut && { lineItemsLeftOut }),
      }
    }
  }
}

function explained(reason: { readonly text: string; readonly code?: string }): ResultReason {
  const { text, code } = reason
  const fault = faultOf(reason)
  return {
    text,
    ...(code && { code: truncate(code, longestCode) }),
    ...(fault && { code: fault.code, name: fault.name, actor: fault.actor, remedy: fault.remedy }),
  }
}

/** Lists the requests in recorded calls, and the creates whose calls were never recorded because the program was stopped. */
function toAttempts(entries: readonly RecordedEntry[], calls: readonly RecordedCall[]): readonly ResultAttempt[] {
  const told = calls.flatMap((call) => call.attempts)
  const ids = new Set(told.map(({ correlationId }) => correlationId))
  const lost = entries.flatMap((entry): readonly ResultAttempt[] => {
    if (entry.is !== 'sending' || ids.has(entry.correlationId)) return []
    const { requestId, correlationId, at } = entry
    const startedAt = new Date(at).toISOString()
    return [{ operation: 'createProductUpgrade', requestId, correlationId, startedAt, duration: 0, lost: true }]
  })
  return [...told, ...lost].sort((a, b) => (a.startedAt < b.startedAt ? -1 : Number(a.startedAt > b.startedAt)))
}
