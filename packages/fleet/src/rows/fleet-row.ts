import type { Work } from '@partner-upgrades/bulk'
import type { Claim } from '../queue/queue.ts'
import type { ListState } from '../status/status.ts'

/** A row that this worker holds, with everything needed to work on it. */
export interface FleetRow extends Work {
  /** The claim with which this worker holds it. */
  readonly claim: Claim
}

/** The state of a row in the database. */
export interface KnownRow {
  /** The row, or `undefined` if it has ended. */
  readonly work: FleetRow | undefined
  /** The state of its list. */
  readonly listState: ListState
  /** Whether only eligibility is checked. */
  readonly dryRun: boolean
}
