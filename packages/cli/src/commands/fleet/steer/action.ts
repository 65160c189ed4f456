import type { Fleet } from '@partner-upgrades/fleet'
import type { Action } from '../../../command/command.ts'
import { exitCodes } from '../../../process/exit-codes.ts'
import { type FleetOptions, withFleet } from '../open.ts'
import { steeredReport } from './view.ts'

function steer(what: 'pause' | 'resume' | 'cancel'): Action<[list: string, options: FleetOptions]> {
  return (session, list, options) =>
    withFleet(session, options, async (fleet: Fleet) => {
      session.reporter.report(steeredReport(await fleet[what](list)))
      return exitCodes.done
    })
}

/** Stops working on a list. */
export const pause: Action<[list: string, options: FleetOptions]> = steer('pause')

/** Goes on with a list. */
export const resume: Action<[list: string, options: FleetOptions]> = steer('resume')

/** Creates nothing more for a list. */
export const cancel: Action<[list: string, options: FleetOptions]> = steer('cancel')
