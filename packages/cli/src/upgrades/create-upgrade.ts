import {
  detailsOf,
  type IdempotencyStore,
  type ProductUpgradeRequest,
  type ProductUpgradesClient,
  type UpgradeReference,
} from '@partner-upgrades/client'
import type { IdempotencyFiles } from '@partner-upgrades/client/node'
import type { Host } from '../process/host.ts'
import type { Session } from '../session/session.ts'
import { openStateFile, type StateFile } from '../state/state-file.ts'
import { type Origin, upgradeReport } from './upgrade-view.ts'

/**
 * Creates an upgrade, reports it and stores it, in this order: if the program is killed in between, the next run reports it.
 *
 * @param how `ensure` accepts an upgrade that already exists
 */
export async function createUpgrade(
  client: ProductUpgradesClient,
  request: ProductUpgradeRequest,
  how: 'create' | 'ensure',
  stateFile: StateFile,
  { host: { signal }, reporter }: Session,
): Promise<UpgradeReference> {
  const upgrade = await client[how](request, { signal })
  reporter.report(upgradeReport(originOf(upgrade), upgrade))
  await stateFile.write({ upgrade })
  return upgrade
}

/** Lets the next run, even of `create`, adopt an upgrade that an earlier one created but could not report. */
export function adoptUnreported(files: IdempotencyFiles, host: Host): IdempotencyStore {
  return {
    async open(subject, signal) {
      const entry = await files.open(subject, signal)
      const created = entry.pending?.upgradeId
      const unreported =
        created !== undefined && (await openStateFile(subject, host).read()).upgrade?.upgradeId !== created
      return unreported ? { ...entry, waited: true } : entry
    },
  }
}

/** Whether the call that returned an upgrade created it, or found it. */
function originOf(upgrade: UpgradeReference): Origin {
  const { attempts = [] } = detailsOf(upgrade) ?? {}
  const accepted = attempts.some(({ operation, status }) => operation === 'createProductUpgrade' && status === 202)
  return accepted ? 'created' : 'found'
}
