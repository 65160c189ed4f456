export { DatabaseError, type DatabaseProblem, FleetError, FleetListError } from './errors.ts'
export type { Fleet, Initialized, Retried } from './fleet.ts'
export type { AddedList, AddOptions } from './lists/add-options.ts'
export type { Observed, ObservedList } from './observe/fleet-metrics.ts'
export { observe } from './observe/observe.ts'
export { type Observer, type ObserverOptions, startObserver } from './observe/observer.ts'
export { createRequestCounters, type RequestCounters, type RequestCounts } from './observe/request-counters.ts'
export { type FleetOptions, openFleet } from './open-fleet.ts'
export type { PartnerSettings } from './partners/partners.ts'
export type { Unseen } from './status/read-unseen.ts'
export {
  type FleetStatus,
  type ListState,
  type ListStatus,
  listStates,
  type Partner,
  type PartnerStatus,
  type WorkerStatus,
} from './status/status.ts'
export type { WorkEvent, WorkOptions, WorkSummary } from './work/work-options.ts'
