import { outcomeOf, type ProductUpgradesClient, type UpgradeReference } from '@partner-upgrades/client'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Session } from '../session.ts'
import type { MemoryFile } from '../state/memory-file.ts'
import { statusReport } from '../views/status.ts'

/** Follows an upgrade to its end, tells each change, and remembers that the end was told. */
export async function follow(
  { host: { signal }, reporter }: Session,
  client: ProductUpgradesClient,
  upgrade: UpgradeReference,
  memory: MemoryFile,
): Promise<ExitCode> {
  for await (const status of client.watch(upgrade, { signal })) {
    reporter.tell(statusReport(status, upgrade.customerId))
    const outcome = outcomeOf(status)
    if (outcome === 'running') continue
    const remembered = memory.read()
    if (remembered.upgrade?.upgradeId === upgrade.upgradeId) memory.write({ ...remembered, ended: true })
    return outcome === 'completed' ? exitCodes.done : exitCodes.failed
  }
  throw new TypeError('Watching ends only with the upgrade')
}
