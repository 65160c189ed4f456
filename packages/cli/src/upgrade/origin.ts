import { detailsOf, type UpgradeReference } from '@partner-upgrades/client'
import type { Origin } from '../views/upgrade.ts'

/** Whether an upgrade was created by the call that gave it, or was there already. */
export function originOf(upgrade: UpgradeReference): Origin {
  const { attempts = [] } = detailsOf(upgrade) ?? {}
  const accepted = attempts.some(({ operation, status }) => operation === 'createProductUpgrade' && status === 202)
  return accepted ? 'created' : 'found'
}
