import type { AnyPartnerCenterError, ProductUpgradesClientOptions } from '@partner-upgrades/client'
import type { IdempotencyFiles } from '@partner-upgrades/client/node'
import type { Schedule } from '../schedule/schedule.ts'
import type { Progress, Store } from '../store/store.ts'

/** The options of `runBulk`. */
export interface RunOptions extends Schedule {
  /** The store with the rows to work on. */
  readonly store: Store
  /** The client's options: credential, cloud, time-outs and so on. The run uses its clock. By default it polls upgrades less often. */
  readonly client: ProductUpgradesClientOptions
  /**
   * Makes processes of this machine take turns at each customer, whichever list names it.
   * @default nowhere: only the workers of this store exclude each other
   */
  readonly creates?: IdempotencyFiles | undefined
  /** Whether to check eligibility only. @default false */
  readonly dryRun?: boolean | undefined
  /** Whether to retry rows that ended without success, where a retry may help, once no row is open. @default false */
  readonly onlyFailed?: boolean | undefined
  /**
   * Whether to ask all customers of a dry run anew once no row is open; otherwise, its results are kept. For dry runs only.
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
   * The most creates that this run starts; the customers that remain are left for the next run. A create that may have been sent before
   * is no new one, and no dry run starts any.
   * @default as many as there are customers
   */
  readonly limit?: number | undefined
  /** How long an outage, or nothing but 429s, may last before the run stops, in milliseconds. @default 3600000, an hour */
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
  /** The error that the latest request of the outage came to; absent if there is none. */
  readonly outageCause?: AnyPartnerCenterError
  /** How many creates this run has started. */
  readonly started: number
  /** Whether this run has started as many creates as it may. */
  readonly limitReached: boolean
  /** Until when new creates wait for their schedule, in milliseconds since 1970; absent if none waits. */
  readonly waitsUntil?: number
}
