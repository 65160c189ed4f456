import type { ResultFiles } from '@partner-upgrades/bulk'
import type { AddedList, AddOptions } from './lists/add-options.ts'
import type { PartnerSettings } from './partners/partners.ts'
import type { Unseen } from './status/read-unseen.ts'
import type { FleetStatus, ListStatus } from './status/status.ts'
import type { WorkOptions, WorkSummary } from './work/work-options.ts'

/** What `init` found and did. */
export interface Initialized {
  /** The version before; 0 if there was no schema. */
  readonly from: number
  /** The version now. */
  readonly version: number
}

/** What `retry` opened again. */
export interface Retried {
  /** Rows that no worker could bring to an end. */
  readonly deadLetters: number
  /** Rows that had ended without success, where a retry may help. */
  readonly rows: number
}

/** A fleet: lists, partners and workers that share a database. Every method but `init` throws a `DatabaseError` if the schema does not fit. */
export interface Fleet {
  /**
   * Creates or migrates the schema. Safe with any number of simultaneous first starts; never backwards.
   *
   * @throws DatabaseError if the schema is newer than this package, or the database is not fit for it.
   */
  init(): Promise<Initialized>
  /** Adds a partner tenant, or changes its settings. */
  setPartner(partner: PartnerSettings): Promise<void>
  /**
   * Adds a list of customers, one that bulk has begun with its journal. It is worked on as soon as there is a worker.
   *
   * @throws InputError, ListError as `readCustomers` does.
   * @throws FleetListError if it is there already, or belongs to another partner, or its journal went elsewhere.
   * @throws JournalError if the journal is not one of this list and service, is damaged, or is in use.
   */
  add(file: string, options: AddOptions): Promise<AddedList>
  /**
   * Works on the lists of all partners, until the signal is aborted: then rows are handed back and the requests in flight recorded. A database
   * that does not answer is waited for: half a minute at the start, and for as long as it takes later on.
   *
   * @throws DatabaseError if it does not answer at the start, or is not one to work with.
   */
  work(options: WorkOptions): Promise<WorkSummary>
  /** How the fleet is doing now. */
  status(): Promise<FleetStatus>
  /** How long the running upgrades of each partner have not been looked at. Costs more the more of them there are. */
  unseen(): Promise<readonly Unseen[]>
  /** Stops working on a list; requests in flight are recorded. */
  pause(list: string): Promise<ListStatus>
  /** Goes on with a paused or cancelled list. */
  resume(list: string): Promise<ListStatus>
  /** Starts no new create of a list any more. What may have been created is followed to its end. */
  cancel(list: string): Promise<ListStatus>
  /** Opens the rows again that ended without success where a retry may help, and those that no worker could bring to an end. */
  retry(list: string): Promise<Retried>
  /**
   * Writes the results of a list, as `writeResults` of bulk does.
   *
   * @throws BulkError if a file cannot be written.
   */
  writeResults(list: string, files: ResultFiles): Promise<ListStatus>
  /**
   * Deletes lists that have ended, with their results.
   *
   * @param olderThan milliseconds since their last entry
   * @returns the names of the lists that were deleted.
   */
  prune(olderThan: number): Promise<readonly string[]>
  /** Closes the connections. */
  close(): Promise<void>
}
