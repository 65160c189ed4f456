export {
  type CustomerRow,
  type Customers,
  type Delimiter,
  InputError,
  type InputProblem,
  ListError,
  readCustomers,
} from '@partner-upgrades/customer-lists'
export {
  BulkError,
  EntryError,
  JournalError,
  StoppedError,
  StoreError,
} from './errors.ts'
export { type InterimReport, type InterimReportOptions, writeInterimReport } from './interim-report.ts'
export {
  type Destination,
  type HandedRow,
  type HandOver,
  type HandOverOptions,
  openHandOver,
} from './journal/hand-over.ts'
export { openJournal } from './journal/journal.ts'
export type { JournalOptions } from './journal/journal-file.ts'
export type { Processes } from './journal/process-liveness.ts'
export { type FileState, openSharedFile, type SharedFile } from './journal/shared-file.ts'
export { leanMemory } from './lean-memory.ts'
export { journalOf } from './list-paths.ts'
export { type ListedCustomer, writeCustomers } from './output/write-customers.ts'
export { type ListOfResults, type ResultFiles, writeResults } from './output/write-results.ts'
export type { RunFacts } from './results/audit.ts'
export { impersonal } from './results/impersonal.ts'
export { readResults } from './results/read-results.ts'
export type { Result, ResultAttempt, ResultReason } from './results/result.ts'
export { type AuditedFile, type AuditProblem, type AuditVerification, verifyAudit } from './results/verify-audit.ts'
export { createRowStates, type KnownRow, type Pickable, type RowStates } from './rows/row-state.ts'
export type { ClassifiedError, ErrorKind } from './run/classify-error.ts'
export type { Outage } from './run/outage.ts'
export { runBulk } from './run/run-bulk.ts'
export type { RunOptions, RunProgress } from './run/run-options.ts'
export {
  createStepTaker,
  type StepOptions,
  type StepResult,
  type StepTakerOptions,
  type TakeStep,
  toUnknown,
} from './run/take-step.ts'
export { createTroubleWatch, type TroubleWatch, type TroubleWatchOptions } from './run/trouble-watch.ts'
export { createWakeableSleep, type WakeableSleep } from './run/wakeable-sleep.ts'
export { type DailyWindow, formatDailyWindow, machineTimeZone, parseDailyWindow } from './schedule/daily-window.ts'
export type { Schedule } from './schedule/schedule.ts'
export { parseStartTime } from './schedule/start-time.ts'
export { checkEntry } from './store/check-entry.ts'
export { inBatches } from './store/in-batches.ts'
export type {
  Accepted,
  Again,
  Created,
  Ended,
  HandedOver,
  JournalEntry,
  JournalEvent,
  Outcome,
  Postponed,
  Reason,
  RecordedCall,
  RecordedLineItem,
  RecordedProduct,
  RowEntry,
  Sending,
} from './store/journal-entry.ts'
export { isSuccess, outcomes } from './store/journal-entry.ts'
export {
  type Claim,
  type ClaimKind,
  type History,
  openRows,
  type Progress,
  type RecordedEntry,
  type Stage,
  type Store,
  tallyRows,
  type Work,
} from './store/store.ts'
export { type UpgradeCustomersOptions, type UpgradedCustomers, upgradeCustomers } from './upgrade-customers.ts'
