import { openClient } from '../client.ts'
import type { Action } from '../commands/command.ts'
import type { FamilyOptions, IntervalOptions } from '../commands/shared.ts'
import { openMemory } from '../state/memory-file.ts'
import { follow } from '../upgrade/follow.ts'
import { withUpgrade } from '../upgrade/with-upgrade.ts'

/** Follows an upgrade to its end. */
export const watch: Action<
  [customerId: string, upgradeId: string | undefined, options: FamilyOptions & IntervalOptions]
> = async (session, customerId, upgradeId, { family, interval }) => {
  const client = await openClient(session, interval)
  const subject = { customerId, productFamily: family, baseUrl: client.baseUrl }
  const memory = openMemory(subject, session.host)
  return withUpgrade(client, subject, upgradeId, memory, session.host.signal, (upgrade) =>
    follow(session, client, upgrade, memory),
  )
}
