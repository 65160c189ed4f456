import type { UpgradeReference } from '@partner-upgrades/client'
import type { LockHolder } from '@partner-upgrades/client/node'
import { headline } from '../terminal/headline.ts'
import type { Report } from '../terminal/report.ts'

/** Where an upgrade comes from: just created, found, or left by an earlier run. */
export type Origin = 'created' | 'found' | 'resumed'

const words: Readonly<Record<Origin, string>> = { created: 'Created', found: 'Found', resumed: 'Resumed' }

/** Reports an upgrade and its origin. The JSON is a reference that the client accepts. */
export function upgradeReport(origin: Origin, upgrade: UpgradeReference): Report {
  const { upgradeId } = upgrade
  return {
    json: { event: origin, ...upgrade },
    plain: [`${origin}: upgrade ${upgradeId}`],
    screen: (paint, width) => headline(paint, width, 'good', words[origin], `upgrade ${upgradeId}`),
  }
}

/** Reports that another process is working on the customer. */
export function waitingReport({ process: { pid, host }, purpose, since }: LockHolder): Report {
  return {
    json: { event: 'waiting', pid, host, purpose, since },
    plain: [`waiting: process ${pid} (${purpose}) is creating an upgrade for this customer`],
    screen: (paint, width) =>
      headline(paint, width, 'open', 'Waiting', `process ${pid} (${purpose}) is creating an upgrade for this customer`),
  }
}
