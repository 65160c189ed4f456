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
  /** Set if the service accepted that create without naming a usable upgrade, so that it must never be sent again. */
  readonly accepted?: true
  /** The ID of the upgrade, if one exists. */
  readonly upgradeId?: string
  /** How many attempts in a row have failed. */
  readonly tries: number
  /** The last delay before a poll of the upgrade, in milliseconds. */
  readonly delay?: number
  /** Milliseconds since the upgrade was found or created, or the create was sent, by the store's time. */
  readonly age?: number
}

/** Which rows to claim: all that may need a create (`new`, `sent`), only creates in doubt (`sent`), or upgrades to follow (`created`). */
export type ClaimKind = 'start' | 'settle' | 'follow'

/** The result of a claim. */
export interface Claim {
  /** The rows that this worker now holds. */
  readonly work: readonly Work[]
  /** Milliseconds until more rows may be due; `Infinity` if only another worker can change that. */
  readonly wait: number
}

/** The progress of a list. */
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
  /** How much longer requests to the tenant are paused, in milliseconds; 0 if they are not. */
  readonly quietFor: number
}

/** An entry as it was recorded. */
export type RecordedEntry = RowEntry & {
  /** When it was recorded, in milliseconds since 1970. */
  readonly at: number
  /** Whether the entry counts. It does not if another worker already held the row; the requests in it were still sent. */
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
 * Records what workers are about to do and the results, and shares the rows among the workers. The state of a row follows from its entries
 * alone, and they hold everything that a worker needs after a crash.
 *
 * The journal file of this package is one implementation; a database or a queue can be another if it follows these rules:
 *
 * - **One order.** All workers see entries and claims in the same order. In a database: one table with a sequence.
 * - **Leases.** A row is claimed by one worker at a time. A claim ends with the row's next `created`, `postponed` or `ended`; or when
 *   its worker has neither written nor renewed anything for the length of a lease; or when that worker closes its store, or is known to
 *   have died. A live worker renews three times a lease. In a database: `UPDATE … SET owner, lease_until WHERE due <= now AND (owner IS NULL OR lease_until < now) ORDER BY due, row
 *   LIMIT n` with `FOR UPDATE SKIP LOCKED`; in a queue: a message a row, with a delay until it is due and a visibility time-out.
 *   If a create was in flight when its worker died, the next worker that claims the row has the client settle it.
 * - **No claiming twice.** A worker never claims a row that it is still processing, even if another worker claimed it in the meantime, as
 *   happens while a machine sleeps: until the worker has recorded its result, `claim` leaves the row out. `createRowStates` ensures that.
 * - **Time.** A store uses a clock of its own, and exchanges durations only, never times of a worker's clock. A row is due `dueIn` after
 *   its entry was recorded, and no claim of a live worker expires, even if workers' clocks are changed. A database has its own clock; a
 *   store with only the clocks of its workers gets this from `createRowStates`.
 * - **Pauses.** A `Retry-After` applies to the partner tenant: `hold` pauses every worker of that tenant that the store knows, whatever
 *   its list.
 * - **Holders only.** An entry about a row that another worker holds by then changes nothing (`append` returns `false`), but is kept in
 *   the history.
 * - **Durable.** When `append` of a `sending` or `accepted` entry resolves with `true`, that entry survives a power cut, and the row is
 *   still held by this worker. Everything else may be written lazily. A create is sent only if that took at most half the settling time
 *   plus one second, so that a worker that was suspended in between does not send it after another worker has.
 * - **Batches.** A run claims as many rows as it has room for, and appends entries of many rows concurrently. `inBatches` writes those that
 *   arrive during a write in one round trip.
 * - **Well-formed.** An entry that could not be read back is never written: `checkEntry` rejects it with an `EntryError`, and the store
 *   continues to work.
 * - **All or stop.** Once a write has failed, every later one fails as well, with a `StoreError`.
 *
 * The effect of each entry: `sending` → stage `sent` with that `requestId`; if it is a new one, no longer `accepted`. `accepted` → stage
 * `sent` with that `requestId`, and `accepted`, unless an upgrade or another create is known by then; the claim is kept. It states a fact,
 * and so changes the row whichever worker writes it. `created` → stage `created`, no longer `accepted`, `tries` 0, due after `dueIn`.
 * `postponed` → due after `dueIn`, `tries` and `delay` as given; with `anew`, stage `new`, without a `requestId` and no longer `accepted`. `ended` → no
 * longer open. `again` (only if its round is the next one) → each row that ended with `again` is open and due: at stage `created` or `sent` if
 * its outcome is `unknown` and it has an `upgradeId` or a `requestId` (`accepted` is kept), at stage `new` otherwise. With `all`, so is each row that ended as `eligible`,
 * `upgraded`, `ineligible` or `rejected`.
 */
export interface Store {
  /** How long a worker may be silent before its claims expire, in milliseconds. */
  readonly lease: number
  /** Claims up to `count` due rows, the earliest due first. */
  claim(kind: ClaimKind, count: number): Promise<Claim>
  /**
   * Appends an entry.
   *
   * @returns whether it counts: `false` if this worker no longer held the row, or another has already begun that round.
   * @throws EntryError if a member is missing, unknown or invalid. Nothing was written; the store continues to work.
   * @throws StoreError if it cannot be written.
   */
  append(entry: JournalEntry): Promise<boolean>
  /** Renews this worker's lease; call it three times a lease. Also releases the claims of workers that have died. */
  renew(): Promise<void>
  /**
   * Pauses all requests to the tenant for this many milliseconds from now. A pause that would end before the current one changes nothing.
   *
   * @throws TypeError if `ms` is not a number of milliseconds, 0 or more.
   * @throws StoreError if it cannot be written.
   */
  hold(ms: number): Promise<void>
  /** Returns the progress of the list. */
  progress(): Promise<Progress>
  /**
   * Reads the history of every row, in the order of the list.
   *
   * @throws StoreError if what was written has been changed.
   */
  histories(): AsyncIterable<History>
  /** Releases this worker's claims and closes the store. Everything appended is durable then. */
  close(): Promise<void>
}

/**
 * Counts the rows of a list by stage and outcome.
 *
 * @param count returns the number of rows at a stage or with an outcome
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

/** Returns the number of open rows. */
export function openRows(open: Progress['open']): number {
  return open.new + open.sent + open.created
}
