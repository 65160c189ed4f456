import type { AnyPartnerCenterError, ProductUpgradesClientOptions } from '@partner-upgrades/client'
import type { IdempotencyFiles } from '@partner-upgrades/client/node'
import type { Schedule } from '../schedule/schedule.ts'
import type { Progress, Store } from '../store/store.ts'

/** The options of `runBulk`. */
export interface RunOptions extends Schedule {
  /** The store with the rows to process. */
  readonly store: Store
  /** The client's options: credential, cloud, time-outs and so on. The run uses its clock. Polls are less frequent by default. */
  readonly client: ProductUpgradesClientOptions
  /**
   * The locks and records that keep this machine's processes from creating for the same customer at once, whatever their lists.
   * @default none: only the workers of this store exclude each other
   */
  readonly creates?: IdempotencyFiles | undefined
  /** Whether to check eligibility only. @default false */
  readonly dryRun?: boolean | undefined
  /** Whether to retry rows that ended without success, where a retry may help, once no row is open. @default false */
  readonly onlyFailed?: boolean | undefined
  /**
   * Whether to check all customers of a finished dry run again; otherwise, its results are kept. For dry runs only.
   * @default false
   */
  readonly again?: boolean | undefined
  /** The maximum number of rows in progress; a 429 lowers it for a while. @default 16 */
  readonly parallel?: number | undefined
  /** Polls per minute, shared by all workers. @default 120 */
  readonly pollsPerMinute?: number | undefined
  /** How long to follow an upgrade, in milliseconds. @default 86400000, a day */
  readonly followFor?: number | undefined
  /**
   * The maximum number of creates that this run starts; the remaining customers are left for the next run. A create that may have been
   * sent before does not count, and dry runs start none.
   * @default no limit
   */
  readonly limit?: number | undefined
  /** How long an outage or continuous throttling may last before the run stops, in milliseconds. @default 3600000, an hour */
  readonly outageLimit?: number | undefined
  /** Stops the run; requests in flight are recorded first. */
  readonly signal?: AbortSignal | undefined
  /** Called whenever the progress changes. */
  readonly onProgress?: ((progress: RunProgress) => void) | undefined
}

/** The progress of a run. */
export interface RunProgress extends Progress {
  /** Rows in progress. */
  readonly busy: number
  /** The current maximum number of rows in progress. */
  readonly parallel: number
  /** Whether there is an outage at present. */
  readonly outage: boolean
  /** The latest error of the outage; absent if there is no outage. */
  readonly outageCause?: AnyPartnerCenterError
  /** How many creates this run has started. */
  readonly started: number
  /** Whether this run has reached its limit of creates. */
  readonly limitReached: boolean
  /** Until when new creates wait for their schedule, in milliseconds since 1970; absent if none waits. */
  readonly waitsUntil?: number
}
