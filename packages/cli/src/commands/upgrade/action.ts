import { type ProductUpgradesClient, readEligibility } from '@partner-upgrades/client'
import type { Action } from '../../command/command.ts'
import { askConsent, checkConsent } from '../../command/consent.ts'
import type { ConsentOptions, FamilyOptions, IntervalOptions, SettleOptions } from '../../command/options.ts'
import { CliError } from '../../errors/cli-error.ts'
import { type ExitCode, exitCodes } from '../../process/exit-codes.ts'
import type { Session } from '../../session/session.ts'
import type { StateFile } from '../../state/state-file.ts'
import { openCreateSession } from '../../upgrades/create-session.ts'
import { createUpgrade } from '../../upgrades/create-upgrade.ts'
import { followUpgrade } from '../../upgrades/follow-upgrade.ts'
import { upgradeReport } from '../../upgrades/upgrade-view.ts'
import { isGone } from '../../upgrades/with-upgrade.ts'
import { eligibilityReport } from '../eligibility/view.ts'

/** Upgrades a customer: checks eligibility, creates the upgrade unless there is one, and follows it until it ends. */
export const upgrade: Action<
  [customerId: string, options: FamilyOptions & ConsentOptions & IntervalOptions & SettleOptions]
> = async (session, customerId, options) => {
  checkConsent(session, options)
  const { reporter, host } = session
  const request = { customerId, productFamily: options.family }
  const { client, stateFile, pending } = await openCreateSession(session, request, options, 'upgrade')

  const ending = await resume(session, client, stateFile)
  if (ending !== undefined) return ending

  const answer = await client.checkEligibility(request, { signal: host.signal })
  reporter.report(eligibilityReport(answer))
  const { isEligible, upgradeId } = readEligibility(answer)
  if (isEligible) await askConsent(session, options, customerId)
  // A pending create may have made the customer ineligible before its upgrade becomes visible.
  else if (!upgradeId && !(await pending())) {
    throw new CliError(exitCodes.failed, 'Nothing was created: the customer cannot be upgraded.', [])
  }
  const made = await createUpgrade(client, request, 'ensure', stateFile, session)
  return followUpgrade(session, client, made, stateFile)
}

/** Follows the unfinished upgrade of an earlier run; `undefined` if there is none. */
async function resume(
  session: Session,
  client: ProductUpgradesClient,
  stateFile: StateFile,
): Promise<ExitCode | undefined> {
  const { upgrade: left, ended } = await stateFile.read()
  if (!left || ended) return undefined
  session.reporter.report(upgradeReport('resumed', left))
  try {
    return await followUpgrade(session, client, left, stateFile)
  } catch (error) {
    if (!isGone(error)) throw error
    await stateFile.write({})
    return undefined
  }
}
