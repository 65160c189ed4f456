import type { Action } from '../../command/command.ts'
import type { FamilyOptions } from '../../command/options.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { openClient } from '../../session/client.ts'
import { eligibilityReport } from './view.ts'

/** Checks whether a customer can be upgraded. Either result is a success. */
export const eligibility: Action<[customerId: string, options: FamilyOptions]> = async (
  session,
  customerId,
  { family },
) => {
  const client = await openClient(session)
  const { signal } = session.host
  session.reporter.report(
    eligibilityReport(await client.checkEligibility({ customerId, productFamily: family }, { signal })),
  )
  return exitCodes.done
}
