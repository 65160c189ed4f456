export type {
  Created,
  Ended,
  Entry,
  Event,
  Outcome,
  Postponed,
  Reason,
  RecordedCall,
  RowEntry,
  RunEntry,
  Sending,
} from './entry.ts'
export { outcomes } from './entry.ts'
export { BulkError, InputError, type InputProblem, JournalError, StoppedError, StoreError } from './errors.ts'
export { type CustomerRow, type Customers, readCustomers } from './input/customers.ts'
export { openSharedFile, type SharedFile } from './journal/disk.ts'
export { type JournalOptions, openJournal } from './journal/journal.ts'
export { leanMemory } from './lean-memory.ts'
export type { RunFacts } from './results/audit.ts'
export { readResults } from './results/read-results.ts'
export type { Result, ResultAttempt, ResultReason } from './results/result.ts'
export { type ResultFiles, writeResults } from './results/write-results.ts'
export { runBulk } from './run/run-bulk.ts'
export type { RunOptions, RunProgress } from './run/run-options.ts'
export {
  type Claim,
  type History,
  openRows,
  type Progress,
  type Recorded,
  type Stage,
  type Store,
  type Work,
} from './store.ts'
export { createRowTable, type RowTable } from './table.ts'
export { type UpgradeCustomersOptions, type UpgradedCustomers, upgradeCustomers } from './upgrade-customers.ts'
