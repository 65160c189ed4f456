import type { JournalEntry, Outcome, RowEntry } from './journal-entry.ts'

/** The stage of an open row: nothing was sent yet, a create was sent, or an upgrade exists. */
export type Stage = 'new' | 'sent' | 'created'

/** A claimed row, with everything needed to continue it. */
export interface Work {
  /** The row of the list, counted from 0. */
  readonly row: number
  /** The customer's ID, a GUID in lower case. */
  readonly customerId: string
  /** The product family, such as `Azure`. */
  readonly productFamily: string
  /** How far the row is. */
  readonly stage: Stage
  /** `MS-RequestId` of the last create that was sent. */
  readonly requestId?: string
  /** An opaque string that identifies the latest attempt at the create; the same for every worker that claims the row. */
  readonly attempt?: string
  /** Whether the service accepted that create without naming a usable upgrade, so that it must never be sent again. */
  readonly accepted?: true
  /** The ID of the upgrade, if one exists. */
  readonly upgradeId?: string
  /** How many attempts in a row have failed. */
  readonly tries: number
  /** The last delay before a poll of the upgrade, in milliseconds. */
  readonly delay?: number
  /** How many milliseconds ago the upgrade was found or created, by the store's time. */
  readonly age?: number
}

/** Which rows to claim: all that may need a create (`new`, `sent`), only creates in doubt (`sent`), or upgrades to follow (`created`). */
export type ClaimKind = 'start' | 'settle' | 'follow'

/** The result of a claim. */
export interface Claim {
  /** The rows that this worker now holds. */
  readonly work: readonly Work[]
  /** If there are none: in how many milliseconds there may be some; `Infinity` if only another worker can change that. */
  readonly wait: number
}

/** How far a list is. */
export interface Progress {
  /** The number of rows of the list. */
  readonly rows: number
  /** Open rows by stage. */
  readonly open: Readonly<Record<Stage, number>>
  /** Ended rows by outcome. */
  readonly ended: Readonly<Record<Outcome, number>>
  /** Ended rows that may be retried. */
  readonly again: number
  /** How many rounds of retries there were. */
  readonly round: number
  /** Live workers, including this one. */
  readonly workers: number
  /** For how many more milliseconds requests to the tenant are paused; 0 if they are not. */
  readonly quietFor: number
}

/** An entry as it was recorded. */
export type RecordedEntry = RowEntry & {
  /** When it was recorded, in milliseconds since 1970. */
  readonly at: number
  /** Whether it counts. It does not if another worker held the row by then; what it says about requests is true all the same. */
  readonly counts: boolean
}

/** All entries about a row, in order. */
export interface History {
  /** The row of the list, counted from 0. */
  readonly row: number
  /** Its entries, in the order of the journal. */
  readonly entries: readonly RecordedEntry[]
}

/**
 * Where workers record what they are about to do and its result, and share the rows among themselves. The state of a row follows from its
 * entries alone, and everything a worker needs after a crash is in them.
 *
 * The journal file of this package is one; a database or a queue can be another, if it keeps to this:
 *
 * - **One order.** Entries and claims have one order that all workers see. In a database: one table with a sequence.
 * - **Leases.** A row is claimed by one worker at a time. A claim ends with the row's next `created`, `postponed` or `ended`; or when
 *   its worker has neither written nor renewed anything for the length of a lease; or when that worker closes its store, or is known to
 *   have died. A live worker renews three times a lease. In a database: `UPDATE … SET owner, lease_until WHERE due <= now AND (owner IS NULL OR lease_until < now) ORDER BY due, row
 *   LIMIT n` with `FOR UPDATE SKIP LOCKED`; in a queue: a message a row, with a delay until it is due and a visibility time-out.
 *   What became of a create that was on its way when its worker died, whoever claims the row next has the client settle.
 * - **One hand.** A worker never claims a row that it still has in hand, even if another claimed it in between, as happens while a
 *   machine sleeps: until it has said what came of it, `claim` leaves the row out. `createRowStates` sees to it.
 * - **Time.** A store goes by a clock of its own, and exchanges durations only, never points in time by a worker's clock. A row is due `dueIn`
 *   after its entry was recorded, and no claim of a live worker ends, even if workers' clocks are changed. A database has its own
 *   clock; a store with only the clocks of its workers gets this from `createRowStates`.
 * - **Quiet.** A `Retry-After` applies to the partner tenant: `hold` pauses every worker of that tenant, on whatever list, that the store
 *   knows.
 * - **Owners only.** An entry about a row that is another's by then changes nothing (`append` says `false`), though it is kept for
 *   the history.
 * - **Durable.** When `append` of a `sending` or `accepted` entry resolves with `true`, that entry survives a power cut, and the row is
 *   still this worker's. Everything else may be written lazily.
 * - **Batches.** A run claims as many rows as it has room for, and appends entries of many rows concurrently. `inBatches` writes those that
 *   come in during a write in one round trip.
 * - **Well-formed.** What could not be read back is never written: `checkEntry` refuses it with an `EntryError`, and the store works on.
 * - **All or stop.** Once anything could not be written, everything after it fails as well, with a `StoreError`.
 *
 * What each entry changes: `sending` → stage `sent` with that `requestId`; with a new one, no longer `accepted`. `accepted` → stage `sent`
 * with that `requestId`, and `accepted`, unless an upgrade or another create is known by then; the claim goes on. It is a fact, and so
 * changes the row whoever writes it. `created` → stage `created`, no longer `accepted`, `tries` 0, due after `dueIn`.
 * `postponed` → due after `dueIn`, `tries` and `delay` as given; with `anew`, stage `new`, without a `requestId` and no longer `accepted`. `ended` → no
 * longer open. `again` (only if its round is the next one) → each row that ended with `again` is open and due: at stage `created` or `sent` if
 * its outcome is `unknown` and it has an `upgradeId` or a `requestId` (`accepted` is kept), at stage `new` otherwise. With `all`, so is each row that ended as `eligible`,
 * `upgraded`, `ineligible` or `rejected`.
 */
export interface Store {
  /** How long a worker may be silent before its claims end, in milliseconds. */
  readonly lease: number
  /** Claims up to `count` due rows, the earliest first. */
  claim(kind: ClaimKind, count: number): Promise<Claim>
  /**
   * Appends an entry.
   *
   * @returns whether it counts: `false` if the row was no longer this worker's, or another has begun that round.
   * @throws EntryError if a member of it is missing, unknown, or not what it has to be. Nothing was written; the store works on.
   * @throws StoreError if it cannot be written.
   */
  append(entry: JournalEntry): Promise<boolean>
  /** Renews this worker's lease; call it three times a lease. Also releases the claims of workers that have died. */
  renew(): Promise<void>
  /**
   * Pauses all requests to the tenant for this many milliseconds, from now on; a pause that would end earlier than the current one changes nothing.
   *
   * @throws TypeError if it is not a number of milliseconds, 0 or more.
   * @throws StoreError if it cannot be written.
   */
  hold(ms: number): Promise<void>
  /** How far the list is. */
  progress(): Promise<Progress>
  /**
   * The history of every row, in the order of the list.
   *
   * @throws StoreError if it is not what was written.
   */
  histories(): AsyncIterable<History>
  /** Releases this worker's claims and closes the store. Everything appended is durable then. */
  close(): Promise<void>
}

/**
 * The rows of a list by stage and outcome.
 *
 * @param count tells how many rows there are of one
 */
export function tallyRows(count: (name: Stage | Outcome) => number): Pick<Progress, 'open' | 'ended'> {
  return {
    open: { new: count('new'), sent: count('sent'), created: count('created') },
    ended: {
      completed: count('completed'),
      partial: count('partial'),
      failed: count('failed'),
      ineligible: count('ineligible'),
      rejected: count('rejected'),
      unknown: count('unknown'),
      eligible: count('eligible'),
      upgraded: count('upgraded'),
    },
  }
}

/** The number of open rows. */
export function openRows(open: Progress['open']): number {
  return open.new + open.sent + open.created
}
