import type { Action } from '../../../command/command.ts'
import { exitCodes } from '../../../process/exit-codes.ts'
import { type FleetOptions, withFleet } from '../open.ts'
import { initReport } from './view.ts'

/** Creates the tables of a fleet, or brings them up to date. */
export const init: Action<[options: FleetOptions]> = async (session, options) =>
  withFleet(session, options, async (fleet) => {
    session.reporter.progress('Preparing the database')
    const found = await fleet.init()
    session.reporter.clearProgress()
    session.reporter.report(initReport(found))
    return exitCodes.done
  })
