import type { Entry, Outcome, RowEntry } from './entry.ts'

/** How far a row is that has not ended: nothing was sent, a create was, or there is an upgrade. */
export type Stage = 'new' | 'sent' | 'created'

/** A row that a worker has claimed: all that is needed to go on with it. */
export interface Work {
  readonly row: number
  readonly customerId: string
  readonly productFamily: string
  readonly stage: Stage
  /** `MS-RequestId` of the create that was sent. */
  readonly requestId?: string
  /** The upgrade there is. */
  readonly upgradeId?: string
  /** How often in a row it has come to nothing. */
  readonly tries: number
  /** The last delay before a look at the upgrade, in milliseconds. */
  readonly delay?: number
  /** When the upgrade was found or created, in milliseconds since 1970. */
  readonly since?: number
}

/** What a claim gave. */
export interface Claim {
  /** The rows that are this worker's now. */
  readonly work: readonly Work[]
  /** If there are none: when there may be, in milliseconds since 1970; `Infinity` if only another worker can change that. */
  readonly next: number
}

/** How far a list is. */
export interface Progress {
  /** The rows of the list. */
  readonly rows: number
  /** Rows that have not ended, by stage. */
  readonly open: Readonly<Record<Stage, number>>
  /** Rows that have, by outcome. */
  readonly ended: Readonly<Record<Outcome, number>>
  /** Rows that have ended in a way that allows another try. */
  readonly again: number
  /** How many rounds of other tries there were. */
  readonly round: number
  /** Workers that are alive, this one included. */
  readonly workers: number
  /** Until when the service wants to be left alone, as far as any worker was told, in milliseconds since 1970. */
  readonly quietUntil: number
}

/** An entry as it is found again. */
export type Recorded = RowEntry & {
  /** When it was written, in milliseconds since 1970. */
  readonly at: number
  /** Whether it counts: not if the row was another worker's by then. What it tells of requests is true all the same. */
  readonly counts: boolean
}

/** All that is written about a row, in order. */
export interface History {
  readonly row: number
  readonly entries: readonly Recorded[]
}

/**
 * Where workers write down what they are about to do and what came of it, and share out the rows. The state of a row follows from its
 * entries alone, and everything a worker needs after a crash is in them.
 *
 * The journal file of this package is one; a database or a queue can be another, if it keeps to this:
 *
 * - **One order.** Entries and claims have one order that all workers see. In a database: one table with a sequence.
 * - **Leases.** A row is claimed by one worker at a time. A claim ends with the row's next `created`, `postponed` or `ended`; or when
 *   its worker has neither written nor renewed anything for the length of a lease; or when that worker closes its store. In a
 *   database: `UPDATE … SET owner, lease_until WHERE due <= now AND (owner IS NULL OR lease_until < now) ORDER BY due, row
 *   LIMIT n` with `FOR UPDATE SKIP LOCKED`; in a queue: a message a row, with a delay until it is due and a visibility time-out.
 *   A lease outlasts a request that was on its way when its worker died, so that whoever comes next can see its effect: 30 seconds
 *   or more.
 * - **Owners only.** An entry about a row that is another's by then changes nothing (`append` says `false`), though it is kept for
 *   the history.
 * - **Durable.** When `append` of a `sending` entry resolves with `true`, that entry survives a power cut, and the row is still
 *   this worker's. Everything else may be written lazily.
 * - **All or stop.** Once anything could not be written, everything after it fails as well, with a `StoreError`.
 *
 * What each entry changes: `sending` → stage `sent` with that `requestId`. `created` → stage `created`, `tries` 0, `due` as given.
 * `postponed` → `due`, `tries` and `delay` as given; with `anew`, stage `new` without a `requestId`. `ended` → no longer open.
 * `again` (only if its round is the next one) → each row that ended with `again` is open and due: at stage `created` or `sent` if
 * its outcome is `unknown` and it has an `upgradeId` or a `requestId`, at stage `new` otherwise.
 */
export interface Store {
  /** Milliseconds of silence after which a worker's claims end. */
  readonly lease: number
  /** Claims up to `count` rows that are due, the earliest first: rows to start (`new`, `sent`) or upgrades to follow (`created`). */
  claim(kind: 'start' | 'follow', count: number): Promise<Claim>
  /**
   * Writes an entry down.
   *
   * @returns whether it counts: `false` if the row was no longer this worker's, or another has begun that round.
   * @throws StoreError if it cannot be written.
   */
  append(entry: Entry): Promise<boolean>
  /** Says that this worker is alive; its claims go on. */
  renew(): Promise<void>
  /** How far the list is, as far as this worker knows. Every call of another method brings it up to date. */
  progress(): Progress
  /** Every row in order, with all that was written about it. */
  histories(): AsyncIterable<History>
  /** Gives back what is claimed, and lets go. Everything written is durable then. */
  close(): Promise<void>
}

/** How many rows have not ended. */
export function openRows(open: Progress['open']): number {
  return open.new + open.sent + open.created
}
