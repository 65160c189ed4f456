import type { ProductUpgradesStatus } from '@partner-upgrades/spec'

/**
 * How an upgrade stands. `partial` is a finished upgrade of which some line items completed and others failed. Whatever is not
 * known to be final is `running`.
 */
export type UpgradeOutcome = 'running' | 'completed' | 'partial' | 'failed'

/**
 * Decides whether an upgrade is finished and whether it succeeded: the only place that does. Only `Completed` is documented;
 * `Failed` is inferred from the texts of the faults, and an unknown status is one that is still running.
 */
export function outcomeOf({ status, lineItems }: ProductUpgradesStatus): UpgradeOutcome {
  const whole = final(status)
  if (!whole) return 'running'
  // Whatever a service puts there must not break what follows an upgrade.
  const parts = Array.isArray(lineItems) ? lineItems.map((item) => final(item?.status)) : []
  const other = whole === 'completed' ? 'failed' : 'completed'
  return parts.includes(other) ? 'partial' : whole
}

function final(status: unknown): 'completed' | 'failed' | undefined {
  const text = typeof status === 'string' ? status.toLowerCase() : undefined
  return text === 'completed' || text === 'failed' ? text : undefined
}
