import type { Work } from '@partner-upgrades/bulk'
import type { Claim } from '../queue/queue.ts'
import type { ListState } from '../status/status.ts'

/** A row that this worker holds, with everything needed to go on with it. */
export interface FleetRow extends Work {
  /** How the queue knows that this worker holds it. */
  readonly claim: Claim
}

/** What the database knows of a row. */
export interface KnownRow {
  /** The row, or `undefined` if it has ended. */
  readonly work: FleetRow | undefined
  /** The state of its list. */
  readonly listState: ListState
  /** Whether only eligibility is checked. */
  readonly dryRun: boolean
}
