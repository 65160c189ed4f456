import type { Attempt } from '@partner-upgrades/client'
import type { Actor } from '@partner-upgrades/spec'
import type { Outcome, RecordedCall } from '../entry.ts'
import type { CustomerRow } from '../input/customers.ts'
import type { History, Recorded } from '../store.ts'
import { faultOf } from './fault-of.ts'

/** Why a row ended as it did, and what the fault catalogue has to say about it. */
export interface ResultReason {
  /** In the words of the service, where it said any. */
  readonly text: string
  /** The service's code. */
  readonly code?: string
  /** The fault's name in the catalogue. */
  readonly name?: string
  /** Who must act. */
  readonly actor?: Actor
  /** What to do. */
  readonly remedy?: string
}

/** One HTTP request about a customer. */
export type ResultAttempt = Attempt & {
  /** Whether the program was stopped before it had read the answer. */
  readonly lost?: true
}

/** What became of one customer. */
export interface Result extends CustomerRow {
  /** `open` only where the run has not come to its end. */
  readonly outcome: Outcome | 'open'
  readonly reason?: ResultReason
  /** Whether `--only-failed` takes it up again. */
  readonly mayRunAgain: boolean
  /** `MS-RequestId` of the create. */
  readonly requestId?: string
  readonly upgradeId?: string
  /** Whether the upgrade was there before. */
  readonly adopted?: boolean
  /** When the first request about it began; ISO 8601 in UTC, like the other times. */
  readonly startedAt?: string
  /** When the upgrade was created, or found. */
  readonly createdAt?: string
  readonly endedAt?: string
  /** All HTTP requests about it, in order. */
  readonly attempts: readonly ResultAttempt[]
  /** The calls of the client that they belong to. */
  readonly calls: readonly RecordedCall[]
}

/** What belongs to the latest round only. */
type Latest = Pick<Result, 'requestId' | 'upgradeId' | 'adopted' | 'createdAt' | 'endedAt' | 'reason'> & {
  readonly outcome: Result['outcome']
  readonly mayRunAgain: boolean
}

const fresh: Latest = { outcome: 'open', mayRunAgain: false }

/** Sums up what was written about a row. */
export function toResult(row: CustomerRow, { entries }: History): Result {
  const latest = entries.filter(({ counts }) => counts).reduce(fold, fresh)
  const calls = entries.flatMap((entry) => ('calls' in entry ? entry.calls : []))
  const attempts = toAttempts(entries, calls)
  const [first] = attempts
  return { ...row, ...latest, ...(first && { startedAt: first.startedAt }), attempts, calls }
}

function fold(before: Latest, { at, ...entry }: Recorded): Latest {
  const time = new Date(at).toISOString()
  // What comes after an end belongs to another round; only what is unknown goes on with its IDs.
  const { requestId, upgradeId, adopted } = before
  const kept = { ...fresh, ...(requestId && { requestId }), ...(upgradeId && { upgradeId, adopted: adopted === true }) }
  const known = before.outcome === 'open' ? before : before.outcome === 'unknown' ? kept : fresh
  switch (entry.is) {
    case 'sending':
      return { ...known, requestId: entry.requestId }
    case 'created':
      return { ...known, upgradeId: entry.upgradeId, adopted: entry.adopted, createdAt: time }
    case 'postponed':
      return entry.anew ? fresh : known
    case 'ended': {
      const { outcome, again, reason } = entry
      return { ...known, outcome, mayRunAgain: again, endedAt: time, ...(reason && { reason: explained(reason) }) }
    }
  }
}

function explained(reason: { readonly text: string; readonly code?: string }): ResultReason {
  const { text, code } = reason
  const fault = faultOf(reason)
  return {
    text,
    ...(code && { code }),
    ...(fault && { code: fault.code, name: fault.name, actor: fault.actor, remedy: fault.remedy }),
  }
}

/** The requests that calls tell of; and the creates that were about to be sent, and that no call tells of, for nobody was left to. */
function toAttempts(entries: readonly Recorded[], calls: readonly RecordedCall[]): readonly ResultAttempt[] {
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
