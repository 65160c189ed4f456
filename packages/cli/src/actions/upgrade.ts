import type { ProductUpgradesClient } from '@partner-upgrades/client'
import { CliError } from '../cli-error.ts'
import { openClient } from '../client.ts'
import type { Action } from '../commands/command.ts'
import type { ConsentOptions, FamilyOptions, IntervalOptions } from '../commands/shared.ts'
import { askConsent, checkConsent } from '../consent.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Session } from '../session.ts'
import { type MemoryFile, openMemory } from '../state/memory-file.ts'
import { createOnce } from '../upgrade/create-once.ts'
import { follow } from '../upgrade/follow.ts'
import { isGone } from '../upgrade/with-upgrade.ts'
import { eligibilityReport } from '../views/eligibility.ts'
import { upgradeReport } from '../views/upgrade.ts'

/** Takes a customer all the way: asks, creates unless there is an upgrade already, and follows it to its end. */
export const upgrade: Action<[customerId: string, options: FamilyOptions & ConsentOptions & IntervalOptions]> = async (
  session,
  customerId,
  options,
) => {
  checkConsent(session, options)
  const { reporter, host } = session
  const client = await openClient(session, options.interval)
  const request = { customerId, productFamily: options.family }
  const memory = openMemory({ ...request, baseUrl: client.baseUrl }, host)

  const ending = await resume(session, client, memory)
  if (ending !== undefined) return ending

  const answer = await client.checkEligibility(request, { signal: host.signal })
  reporter.tell(eligibilityReport(answer))
  if (answer.isEligible) await askConsent(session, options, customerId)
  else if (!answer.upgradeId) {
    throw new CliError(exitCodes.failed, 'Nothing was created: the customer cannot be upgraded.', [])
  }
  const made = await createOnce(client, request, 'ensure', memory, session)
  return follow(session, client, made, memory)
}

/** Follows the upgrade that an earlier run left behind; `undefined` if there is none. */
async function resume(
  session: Session,
  client: ProductUpgradesClient,
  memory: MemoryFile,
): Promise<ExitCode | undefined> {
  const { upgrade: left, ended } = memory.read()
  if (!left || ended) return undefined
  session.reporter.tell(upgradeReport('resumed', left))
  try {
    return await follow(session, client, left, memory)
  } catch (error) {
    if (!isGone(error)) throw error
    memory.write({})
    return undefined
  }
}
