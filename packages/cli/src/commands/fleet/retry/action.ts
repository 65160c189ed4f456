import type { Action } from '../../../command/command.ts'
import { askConsentTo, checkConsent } from '../../../command/consent.ts'
import type { ConsentOptions } from '../../../command/options.ts'
import { exitCodes } from '../../../process/exit-codes.ts'
import { consequenceOf } from '../../bulk/view.ts'
import { findList } from '../list-counts.ts'
import { type FleetOptions, withFleet } from '../open.ts'
import { retriedReport } from './view.ts'

/** Reopens rows that failed and may succeed now, after asking for consent. */
export const retry: Action<[list: string, options: FleetOptions & ConsentOptions]> = async (session, list, options) =>
  withFleet(session, options, async (fleet) => {
    const { lists } = await fleet.status()
    const found = findList(lists, list)
    if (found && found.again > 0 && !found.dryRun) {
      checkConsent(session, options)
      await askConsentTo(session, options, consequenceOf(list, found.again))
    }
    session.reporter.report(retriedReport(list, await fleet.retry(list)))
    return exitCodes.done
  })
