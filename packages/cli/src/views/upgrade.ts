import type { UpgradeReference } from '@partner-upgrades/client'
import { printable } from '../printable.ts'
import { headline } from './headline.ts'
import type { Report } from './report.ts'

/** How an upgrade came to be at hand: made just now, there already, or left behind by an earlier run. */
export type Origin = 'created' | 'found' | 'resumed'

const words: Readonly<Record<Origin, string>> = { created: 'Created', found: 'Found', resumed: 'Resumed' }

/** Tells which upgrade it is. The JSON is a reference that the client takes. */
export function upgradeReport(origin: Origin, upgrade: UpgradeReference): Report {
  const { upgradeId } = printable(upgrade)
  return {
    json: { event: origin, ...upgrade },
    plain: [`${origin}: upgrade ${upgradeId}`],
    screen: (paint, width) => headline(paint, width, 'good', words[origin], `upgrade ${upgradeId}`),
  }
}
