import { outcomeOf } from '@partner-upgrades/client'
import type { Action } from '../../command/command.ts'
import type { FamilyOptions } from '../../command/options.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { openClient } from '../../session/client.ts'
import { openStateFile } from '../../state/state-file.ts'
import { statusReport } from '../../upgrades/status-view.ts'
import { withUpgrade } from '../../upgrades/with-upgrade.ts'

/** Shows the status of an upgrade. */
export const status: Action<[customerId: string, upgradeId: string | undefined, options: FamilyOptions]> = async (
  session,
  customerId,
  upgradeId,
  { family },
) => {
  const { signal } = session.host
  const client = await openClient(session)
  const subject = { customerId, productFamily: family, baseUrl: client.baseUrl }
  const stateFile = openStateFile(subject, session.host)
  const answer = await withUpgrade(client, subject, upgradeId, stateFile, signal, (upgrade) =>
    client.getStatus(upgrade, { signal }),
  )
  session.reporter.report(statusReport(answer, customerId))
  return ['failed', 'partial'].includes(outcomeOf(answer)) ? exitCodes.failed : exitCodes.done
}
