import type { Action } from '../../command/command.ts'
import type { FamilyOptions, IntervalOptions } from '../../command/options.ts'
import { openClient } from '../../session/client.ts'
import { openStateFile } from '../../state/state-file.ts'
import { followUpgrade } from '../../upgrades/follow-upgrade.ts'
import { withUpgrade } from '../../upgrades/with-upgrade.ts'

/** Follows an upgrade until it ends. */
export const watch: Action<
  [customerId: string, upgradeId: string | undefined, options: FamilyOptions & IntervalOptions]
> = async (session, customerId, upgradeId, { family, interval }) => {
  const client = await openClient(session, interval === undefined ? {} : { interval })
  const subject = { customerId, productFamily: family, baseUrl: client.baseUrl }
  const stateFile = openStateFile(subject, session.host)
  const { signal } = session.host
  return withUpgrade(client, subject, upgradeId, stateFile, signal, async (upgrade) => {
    // Reports a mistyped ID at once: following would wait for the upgrade to become visible.
    if (upgradeId) await client.getStatus(upgrade, { signal })
    return followUpgrade(session, client, upgrade, stateFile)
  })
}
