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
export { contractHash } from '@partner-upgrades/spec'
export type { Attempt, AuditRecord, CallDetails, CallName } from './audit.ts'
export { detailsOf } from './call.ts'
export { createProductUpgradesClient, type ProductUpgradesClient } from './client.ts'
export type { Clock } from './clock.ts'
export type { AccessToken, Credential, TokenFunction, TokenRequest, TokenSource } from './credential.ts'
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
  OutcomeUnknownError,
  PartnerCenterError,
  RequestAbortedError,
  RequestTimeoutError,
  UpgradeFailedError,
  WaitDeadlineError,
} from './errors.ts'
export type { PollOptions, PollResult, WaitOptions, WatchOptions } from './follow.ts'
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts'
export type { CallOptions, Cloud, CreateOptions, ProductUpgradesClientOptions } from './options.ts'
export { outcomeOf, type UpgradeOutcome } from './outcome.ts'
export type { UpgradeReference } from './reference.ts'
