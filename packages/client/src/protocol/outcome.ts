import type { ProductUpgradesStatus } from '@partner-upgrades/spec'

/**
 * The outcome of an upgrade so far. `partial` is a finished upgrade of which some line items completed and others failed. Any status not
 * known to be final counts as `running`.
 */
export type UpgradeOutcome = 'running' | 'completed' | 'partial' | 'failed'

/**
 * Decides whether an upgrade is finished and whether it succeeded; this is decided here only. Only `Completed` is documented; `Failed` is
 * inferred from the texts of the faults, and an unknown status counts as running.
 */
export function outcomeOf({ status, lineItems }: ProductUpgradesStatus): UpgradeOutcome {
  const whole = final(status)
  if (!whole) return 'running'
  // Unexpected line items must not break code that follows an upgrade.
  const parts = Array.isArray(lineItems) ? lineItems.map((item) => final(item?.status)) : []
  const other = whole === 'completed' ? 'failed' : 'completed'
  return parts.includes(other) ? 'partial' : whole
}

function final(status: unknown): 'completed' | 'failed' | undefined {
  const text = typeof status === 'string' ? status.toLowerCase() : undefined
  return text === 'completed' || text === 'failed' ? text : undefined
}
