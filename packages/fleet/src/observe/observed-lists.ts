import type { FleetStatus } from '../status/status.ts'
import type { ObservedList } from './fleet-metrics.ts'

/** How the lists of a fleet stand, for metrics. */
export function observedLists({ lists }: FleetStatus): readonly ObservedList[] {
  return lists.map(({ partner, name, open, ended }) => ({ partner, list: name, states: { ...open, ...ended } }))
}
