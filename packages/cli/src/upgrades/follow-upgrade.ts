import { outcomeOf, type ProductUpgradesClient, type UpgradeReference } from '@partner-upgrades/client'
import { type ExitCode, exitCodes } from '../process/exit-codes.ts'
import type { Session } from '../session/session.ts'
import type { StateFile } from '../state/state-file.ts'
import { statusReport } from './status-view.ts'

/** Follows an upgrade until it ends, reports each change, and records that the end was reported. */
export async function followUpgrade(
  { host: { signal }, reporter }: Session,
  client: ProductUpgradesClient,
  upgrade: UpgradeReference,
  stateFile: StateFile,
): Promise<ExitCode> {
  for await (const status of client.watch(upgrade, { signal })) {
    reporter.report(statusReport(status, upgrade.customerId))
    const outcome = outcomeOf(status)
    if (outcome === 'running') continue
    const remembered = await stateFile.read()
    if (remembered.upgrade?.upgradeId === upgrade.upgradeId) await stateFile.write({ ...remembered, ended: true })
    return outcome === 'completed' ? exitCodes.done : exitCodes.failed
  }
  throw new TypeError('Watching ends only with the upgrade')
}
