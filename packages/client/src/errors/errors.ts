import type { OperationFaults, OperationId, ProductUpgradesStatus } from '@partner-upgrades/spec'
import type { UpgradeReference } from '../protocol/upgrade-reference.ts'
import type { Attempt } from '../telemetry/audit.ts'
import { defined } from '../values/json.ts'

/** Found by every copy of this package in a program. */
const brand = Symbol.for('@partner-upgrades/client/error')

/** The base class of all errors of this package. Their `name` tells them apart, even in minified code. */
export class PartnerCenterError extends Error {
  /** `MS-RequestId` of the call that failed; absent where it failed before it had one. */
  declare readonly requestId?: string
  /** Every HTTP request the call made, in order. */
  declare readonly attempts?: readonly Attempt[]
  /** Whether it is certain that the service never saw the request. */
  declare readonly unsent?: boolean

  constructor(
    message: string,
    { cause, ...details }: { readonly cause?: unknown; readonly [detail: string]: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, defined(details))
  }

  /** All there is to know as plain JSON, without tokens and bodies; `restoreError` reads it back. */
  toJSON(): object {
    const { name, message, cause, ...details } = this
    return { name, message, ...details, cause: isPartnerCenterError(cause) ? cause : plain(cause) }
  }
}

function plain(cause: unknown): object | undefined {
  return cause instanceof Error ? { name: cause.name, message: cause.message } : undefined
}

/** The service refused the request. */
export class FaultError<Operation extends OperationId = OperationId> extends PartnerCenterError {
  declare readonly name: 'FaultError'
  /** The operation that was refused. */
  declare readonly operation: Operation
  /** The HTTP status. */
  declare readonly status: number
  /** The service's code where the contract knows it; hundreds of others exist. */
  declare readonly code: OperationFaults[Operation] | 'unknown'
  /** The code as the service sent it, as text. */
  declare readonly serviceCode?: string
  /** What the service says about it, at most 1,024 characters. Decide by the code, never by this text. */
  declare readonly description?: string
  /** Milliseconds to wait before trying again, by the answer's `Retry-After`. */
  declare readonly retryAfter?: number
  /** The upgrade that stands in the way, where the service names one (faults 900109, 900110 and 900111). */
  declare readonly upgradeId?: string
}

/**
 * Why there are no valid credentials: the credential gave no usable token (`credential`), the service refused the token (`rejected`), the
 * token is for another audience (`audience`, 900420), multi-factor authentication is missing (`mfa`: 900421, 10001, or a status line that
 * says so), or it is an app-only token where App+User is needed (`appOnly`, 900329).
 */
export type AuthenticationFailure = 'credential' | 'rejected' | 'audience' | 'mfa' | 'appOnly'

/** There was no usable token, or the service refused it. */
export class AuthenticationError extends PartnerCenterError {
  declare readonly name: 'AuthenticationError'
  /** What is wrong with the credentials. */
  declare readonly reason: AuthenticationFailure
  /** The HTTP status, where the service refused the token. */
  declare readonly status?: number
  /** The code as the service sent it, as text. */
  declare readonly serviceCode?: string
  /** What the service says about it. */
  declare readonly description?: string
}

/** No complete answer arrived: the connection was refused, reset or cut short. */
export class ConnectionError extends PartnerCenterError {
  declare readonly name: 'ConnectionError'
  /** The HTTP status, where something in front of Partner Center answered in its place: a firewall, a proxy, a sign-in page. */
  declare readonly status?: number
}

/** No complete answer arrived in time. */
export class RequestTimeoutError extends PartnerCenterError {
  declare readonly name: 'RequestTimeoutError'
}

/** The create was not sent, because its request ID could not be recorded. The `cause` says why. */
export class NotSentError extends PartnerCenterError {
  declare readonly name: 'NotSentError'
  declare readonly unsent: true
}

/** The caller's signal was aborted; its reason is the `cause`. */
export class RequestAbortedError extends PartnerCenterError {
  declare readonly name: 'AbortError'
}

/**
 * It is unknown whether an upgrade was created. Call `ensure` later, with the same `requestId`: it finds the upgrade, or creates one once the
 * settling time has passed. The `cause` is the error that left the outcome open.
 */
export class OutcomeUnknownError extends PartnerCenterError {
  declare readonly name: 'OutcomeUnknownError'
  declare readonly requestId: string
  /** Whether the service accepted the create (2xx): pass it on to `ensure`, which then never sends it again. */
  declare readonly accepted?: boolean
  /** Milliseconds until it makes sense to look again; absent where waiting alone will not help. */
  declare readonly nextLook?: number
}

/** The upgrade failed, wholly or in part. */
export class UpgradeFailedError extends PartnerCenterError {
  declare readonly name: 'UpgradeFailedError'
  /** `partial` where some line items completed. */
  declare readonly outcome: 'failed' | 'partial'
  /** The last status; its line items say what went wrong with each. */
  declare readonly status: ProductUpgradesStatus
  /** The upgrade. */
  declare readonly upgrade: UpgradeReference
}

/** The time to wait is over, and the upgrade is still running. Not a failure: follow the reference again. */
export class WaitDeadlineError extends PartnerCenterError {
  declare readonly name: 'WaitDeadlineError'
  /** The last status seen, if any. */
  declare readonly status?: ProductUpgradesStatus
  /** The upgrade. */
  declare readonly upgrade: UpgradeReference
}

/** The service gave an answer that the contract does not allow. */
export class ContractViolationError extends PartnerCenterError {
  declare readonly name: 'ContractViolationError'
}

/** The classes by the names of their errors. */
export const errorClasses: Readonly<Record<string, typeof PartnerCenterError>> = {
  PartnerCenterError,
  FaultError,
  AuthenticationError,
  ConnectionError,
  RequestTimeoutError,
  NotSentError,
  AbortError: RequestAbortedError,
  OutcomeUnknownError,
  UpgradeFailedError,
  WaitDeadlineError,
  ContractViolationError,
}
Object.defineProperty(PartnerCenterError.prototype, brand, { value: true })
for (const [name, { prototype }] of Object.entries(errorClasses))
  Object.defineProperty(prototype, 'name', { value: name })

/** A fault of one operation, or of any: its `operation` and `code` narrow each other. */
export type Fault<Operation extends OperationId = OperationId> = { [Each in Operation]: FaultError<Each> }[Operation]

/** Every error that a call can end with. `name` tells them apart. */
export type AnyPartnerCenterError =
  | Fault
  | NotSentError
  | AuthenticationError
  | ConnectionError
  | RequestTimeoutError
  | RequestAbortedError
  | OutcomeUnknownError
  | UpgradeFailedError
  | WaitDeadlineError
  | ContractViolationError

/** Whether a value is an error of this package, of whichever of its copies in a program. */
export function isPartnerCenterError(value: unknown): value is AnyPartnerCenterError {
  return typeof value === 'object' && value !== null && brand in value
}

/**
 * Whether a value is a fault, of one operation if it is given, of whichever copy of this package.
 *
 * @example
 * if (isFault(error, 'createProductUpgrade') && error.code === '900109') follow(error.upgradeId)
 */
export function isFault<Operation extends OperationId = OperationId>(
  value: unknown,
  operation?: Operation,
): value is Fault<Operation> {
  return (
    isPartnerCenterError(value) && value.name === 'FaultError' && (operation ?? value.operation) === value.operation
  )
}

/** What an abort of the caller's signal ends in. */
export function aborted({ reason }: AbortSignal): RequestAbortedError {
  return new RequestAbortedError('The call was aborted', { cause: reason })
}
