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

/** Pauses a list. */
export const pause: Action<[list: string, options: FleetOptions]> = steer('pause')

/** Resumes a list. */
export const resume: Action<[list: string, options: FleetOptions]> = steer('resume')

/** Cancels a list: nothing more is created for it. */
export const cancel: Action<[list: string, options: FleetOptions]> = steer('cancel')
