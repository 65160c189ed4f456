import {
  isFault,
  isPartnerCenterError,
  type ProductUpgradeRequest,
  type ProductUpgradesClient,
  type UpgradeReference,
} from '@partner-upgrades/client'
import type { Session } from '../session.ts'
import type { MemoryFile } from '../state/memory-file.ts'
import { upgradeReport } from '../views/upgrade.ts'
import { originOf } from './origin.ts'

/**
 * Creates an upgrade and tells of it, so that the same command, typed again after a crash at whatever moment, makes no second one: its
 * request ID is on disk before it is sent, and stays there until there is a clear answer.
 *
 * @param how `ensure` takes an upgrade that is there already; `create` does so only if it may be the one of an earlier run
 */
export async function createOnce(
  client: ProductUpgradesClient,
  request: ProductUpgradeRequest,
  how: 'create' | 'ensure',
  memory: MemoryFile,
  { host: { signal }, reporter }: Session,
): Promise<UpgradeReference> {
  const remembered = memory.read()
  const requestId = remembered.requestId ?? crypto.randomUUID()
  memory.write({ ...remembered, requestId })
  try {
    const upgrade = await client[remembered.requestId ? 'ensure' : how](request, { requestId, signal })
    // First told, then forgotten how it came about: whoever was killed in between hears of it again.
    reporter.tell(upgradeReport(originOf(upgrade), upgrade))
    memory.write({ upgrade })
    return upgrade
  } catch (error) {
    // Of a create from an earlier run, only an answer to the create itself tells.
    if (isRefusal(error) || (!remembered.requestId && isHarmless(error))) {
      const { requestId: _, ...rest } = remembered
      memory.write(rest)
    }
    throw error
  }
}

/** Whether the service has said no to the create. */
function isRefusal(error: unknown): boolean {
  return isFault(error, 'createProductUpgrade') && error.status < 500 && ![408, 429].includes(error.status)
}

/** Whether the call that ended with this has created nothing for sure. */
function isHarmless(error: unknown): boolean {
  return isPartnerCenterError(error) && error.name !== 'OutcomeUnknownError'
}
