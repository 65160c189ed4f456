import type { ResultFiles } from '@partner-upgrades/bulk'
import type { AddedList, AddOptions } from './lists/add-options.ts'
import type { PartnerSettings } from './partners/partners.ts'
import type { Unseen } from './status/read-unseen.ts'
import type { FleetStatus, ListStatus } from './status/status.ts'
import type { WorkOptions, WorkSummary } from './work/work-options.ts'

/** The result of `init`. */
export interface Initialized {
  /** The version of the schema before; 0 if there was none. */
  readonly from: number
  /** The version of the schema now. */
  readonly version: number
}

/** The rows that `retry` reopened. */
export interface Retried {
  /** Rows from the dead-letter queue. */
  readonly deadLetters: number
  /** Rows that had ended without success and may succeed now. */
  readonly rows: number
}

/** Lists, partners and workers that share a database. Every method but `init` throws a `DatabaseError` unless the schema is current. */
export interface Fleet {
  /**
   * Creates the schema or migrates it, never to an older version. Safe to run from several processes at once.
   *
   * @throws DatabaseError if the schema is newer than this package, or the database cannot be used.
   */
  init(): Promise<Initialized>
  /** Adds a partner tenant, or changes its settings. */
  setPartner(partner: PartnerSettings): Promise<void>
  /**
   * Adds a list of customers or, with `journal`, one that bulk has begun. Workers start on it as soon as it is added.
   *
   * @throws InputError, ListError as thrown by `readCustomers`.
   * @throws FleetListError if it exists already, belongs to another partner, or its journal was handed over elsewhere.
   * @throws JournalError if the journal belongs to another list or service, is damaged, or is in use.
   */
  add(file: string, options: AddOptions): Promise<AddedList>
  /**
   * Works on lists until the signal is aborted; then records the requests in flight and hands its rows back. Waits for a database that does
   * not answer: half a minute at the start, and later for as long as it takes.
   *
   * @throws DatabaseError if the database does not answer at the start, or cannot be used.
   */
  work(options: WorkOptions): Promise<WorkSummary>
  /** Returns the state of partners, lists and workers. */
  status(): Promise<FleetStatus>
  /** Returns how long ago the running upgrades of each partner were last polled. The cost grows with their number. */
  unseen(): Promise<readonly Unseen[]>
  /** Stops working on a list; requests in flight are recorded. */
  pause(list: string): Promise<ListStatus>
  /** Resumes a paused or cancelled list. */
  resume(list: string): Promise<ListStatus>
  /** Sends no further create for a list. Upgrades that may have been created are followed to the end. */
  cancel(list: string): Promise<ListStatus>
  /** Reopens rows that ended without success and may succeed now, and those in the dead-letter queue. */
  retry(list: string): Promise<Retried>
  /**
   * Writes the results of a list to the same files as bulk's `writeResults`.
   *
   * @throws BulkError if a file cannot be written.
   */
  writeResults(list: string, files: ResultFiles): Promise<ListStatus>
  /**
   * Deletes finished lists, with their results.
   *
   * @param olderThan the minimum age of a list's last entry, in milliseconds
   * @returns the names of the deleted lists.
   */
  prune(olderThan: number): Promise<readonly string[]>
  /** Closes the connections. */
  close(): Promise<void>
}
