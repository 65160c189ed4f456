import { openClient } from '../client.ts'
import type { Action } from '../commands/command.ts'
import type { FamilyOptions, IntervalOptions } from '../commands/shared.ts'
import { openMemory } from '../state/memory-file.ts'
import { findUpgrade } from '../upgrade/find-upgrade.ts'
import { follow } from '../upgrade/follow.ts'

/** Follows an upgrade to its end. */
export const watch: Action<
  [customerId: string, upgradeId: string | undefined, options: FamilyOptions & IntervalOptions]
> = async (session, customerId, upgradeId, { family, interval }) => {
  const client = await openClient(session, interval)
  const subject = { customerId, productFamily: family, baseUrl: client.baseUrl }
  const memory = openMemory(subject, session.host)
  const upgrade = await findUpgrade(client, subject, upgradeId, memory, session.host.signal)
  return follow(session, client, upgrade, memory)
}
