import { openClient } from '../client.ts'
import type { Action } from '../commands/command.ts'
import type { FamilyOptions } from '../commands/shared.ts'
import { exitCodes } from '../exit-codes.ts'
import { eligibilityReport } from '../views/eligibility.ts'

/** Asks whether a customer can be upgraded. Either answer is one. */
export const eligibility: Action<[customerId: string, options: FamilyOptions]> = async (
  session,
  customerId,
  { family },
) => {
  const client = await openClient(session)
  const { signal } = session.host
  session.reporter.tell(
    eligibilityReport(await client.checkEligibility({ customerId, productFamily: family }, { signal })),
  )
  return exitCodes.done
}
