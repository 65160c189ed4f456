export type {
  ErrorDetails,
  FaultCode,
  OperationFaults,
  OperationId,
  ProductUpgradeRequest,
  ProductUpgradesEligibility,
  ProductUpgradesStatus,
  UpgradesLineItem,
} from '@partner-upgrades/spec'
export { contractHash, isGuid } from '@partner-upgrades/spec'
export type { Cloud } from '@partner-upgrades/spec/clouds'
export type { AccessToken, Credential, TokenFunction, TokenRequest, TokenSource } from './auth/credential.ts'
export { createProductUpgradesClient, type ProductUpgradesClient } from './client.ts'
export {
  type AnyPartnerCenterError,
  AuthenticationError,
  type AuthenticationFailure,
  ConnectionError,
  ContractViolationError,
  type Fault,
  FaultError,
  isFault,
  isPartnerCenterError,
  NotSentError,
  OutcomeUnknownError,
  PartnerCenterError,
  RequestAbortedError,
  RequestTimeoutError,
  UpgradeFailedError,
  WaitDeadlineError,
} from './errors/errors.ts'
export { isRetryable } from './errors/is-retryable.ts'
export type { CreateSubject, IdempotencyEntry, IdempotencyStore, PendingCreate } from './idempotency/store.ts'
export type { CallOptions, CreateOptions, ProductUpgradesClientOptions } from './options/client-options.ts'
export type { PollOptions, PollResult, WaitOptions, WatchOptions } from './options/poll-options.ts'
export type { RequestGate } from './options/request-gate.ts'
export type { Effect } from './protocol/effect.ts'
export { outcomeOf, type UpgradeOutcome } from './protocol/outcome.ts'
export type { UpgradeReference } from './protocol/upgrade-reference.ts'
export type { Attempt, AuditRecord, CallDetails, CallName, RequestName } from './telemetry/audit.ts'
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent, SettleEvent } from './telemetry/hooks.ts'
export { type Clock, type MonotonicClock, systemClock, toMonotonic } from './time/clock.ts'
export { detailsOf } from './transport/call.ts'
export { type EligibilityReading, readEligibility } from './upgrade/eligibility.ts'
export { toText } from './values/display-text.ts'
