export { DatabaseError, FleetError, FleetListError } from './errors.ts'
export { type Fleet, type FleetOptions, type Initialized, openFleet, type Retried } from './fleet.ts'
export type { AddedList, AddOptions } from './lists/add-list.ts'
export {
  type FleetStatus,
  type ListState,
  type ListStatus,
  listStates,
  type Partner,
  type PartnerStatus,
  type WorkerStatus,
} from './status.ts'
export type { WorkEvent, WorkOptions, WorkSummary } from './work/work-options.ts'
