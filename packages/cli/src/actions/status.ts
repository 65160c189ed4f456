import { outcomeOf } from '@partner-upgrades/client'
import { openClient } from '../client.ts'
import type { Action } from '../commands/command.ts'
import type { FamilyOptions } from '../commands/shared.ts'
import { exitCodes } from '../exit-codes.ts'
import { statusReport } from '../reports/status.ts'
import { openMemory } from '../state/memory-file.ts'
import { findUpgrade } from '../upgrade/find-upgrade.ts'

/** Looks once at an upgrade. */
export const status: Action<[customerId: string, upgradeId: string | undefined, options: FamilyOptions]> = async (
  session,
  customerId,
  upgradeId,
  { family },
) => {
  const { signal } = session.host
  const client = await openClient(session)
  const subject = { customerId, productFamily: family, baseUrl: client.baseUrl }
  const upgrade = await findUpgrade(client, subject, upgradeId, openMemory(subject, session.host), signal)
  const answer = await client.getStatus(upgrade, { signal })
  session.reporter.tell(statusReport(answer, customerId))
  return ['failed', 'partial'].includes(outcomeOf(answer)) ? exitCodes.failed : exitCodes.done
}
