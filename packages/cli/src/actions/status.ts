import { outcomeOf } from '@partner-upgrades/client'
import { openClient } from '../client.ts'
import type { Action } from '../commands/command.ts'
import type { FamilyOptions } from '../commands/shared.ts'
import { exitCodes } from '../exit-codes.ts'
import { openMemory } from '../state/memory-file.ts'
import { withUpgrade } from '../upgrade/with-upgrade.ts'
import { statusReport } from '../views/status.ts'

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
  const memory = openMemory(subject, session.host)
  const answer = await withUpgrade(client, subject, upgradeId, memory, signal, (upgrade) =>
    client.getStatus(upgrade, { signal }),
  )
  session.reporter.tell(statusReport(answer, customerId))
  return ['failed', 'partial'].includes(outcomeOf(answer)) ? exitCodes.failed : exitCodes.done
}
