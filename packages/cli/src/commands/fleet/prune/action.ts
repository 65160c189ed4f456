import type { Action } from '../../../command/command.ts'
import { exitCodes } from '../../../process/exit-codes.ts'
import { type FleetOptions, withFleet } from '../open.ts'
import { prunedReport } from './view.ts'

/** Options of `fleet prune`. */
export interface PruneOptions extends FleetOptions {
  /** The minimum age of the last entry of a list, in days. */
  readonly olderThan: number
}

const day = 86_400_000

/** Deletes lists that have ended, with their results. */
export const prune: Action<[options: PruneOptions]> = async (session, options) =>
  withFleet(session, options, async (fleet) => {
    session.reporter.report(prunedReport(await fleet.prune(options.olderThan * day)))
    return exitCodes.done
  })
