import type { ProductUpgradesClientOptions } from '@partner-upgrades/client'
import type { Progress, Store } from '../store.ts'

/** How a list is worked through. */
export interface RunOptions {
  /** Where it is written down what is done; the rows come from there. */
  readonly store: Store
  /** The client's options: credential, cloud, time-outs and so on. Its clock is the run's; its looks at upgrades come later by default. */
  readonly client: ProductUpgradesClientOptions
  /** Whether only eligibility is asked. @default false */
  readonly dryRun?: boolean
  /** Whether rows that ended without success are taken up again, where that may help, if no row is open. @default false */
  readonly onlyFailed?: boolean
  /** The most rows that are worked on at once; 429 makes it fewer for a while. @default 16 */
  readonly parallel?: number
  /** How many looks at running upgrades a minute all workers share. @default 120 */
  readonly pollsPerMinute?: number
  /** Milliseconds from finding an upgrade to giving up on its end. @default 86400000, a day */
  readonly followFor?: number
  /** Milliseconds without a usable answer before the run ends. @default 3600000, an hour */
  readonly outageLimit?: number
  /** Ends the run: what is under way is written down as far as it got. */
  readonly signal?: AbortSignal
  /** Called whenever something has changed. */
  readonly onProgress?: (progress: RunProgress) => void
}

/** How far a run is. */
export interface RunProgress extends Progress {
  /** Rows that are worked on now. */
  readonly busy: number
  /** Rows that may be worked on at once at present. */
  readonly parallel: number
  /** Whether nothing gets through at present. */
  readonly outage: boolean
}
