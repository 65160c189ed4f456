import type { OperationFaults, OperationId, ProductUpgradesStatus } from '@partner-upgrades/spec'
import type { UpgradeReference } from '../protocol/upgrade-reference.ts'
import type { Attempt } from '../telemetry/audit.ts'
import { defined } from '../values/json.ts'

/** Marks errors so that every copy of this package in a program recognizes them. */
const brand = Symbol.for('@partner-upgrades/client/error')

/** The base class of all errors of this package. Distinguish them by `name`, which works even in minified code. */
export class PartnerCenterError extends Error {
  /** `MS-RequestId` of the failed call; absent if it failed before it had one. */
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

  /** Returns all details as plain JSON, without tokens and bodies; `restoreError` reads it back. */
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
  /** The service's code if the contract lists it for the operation; hundreds of others exist. */
  declare readonly code: OperationFaults[Operation] | 'unknown'
  /** The code as the service sent it, as text. */
  declare readonly serviceCode?: string
  /** The service's description, at most 1,024 characters. Decide by the code, never by this text. */
  declare readonly description?: string
  /** Milliseconds to wait before retrying, from the `Retry-After` of the response. */
  declare readonly retryAfter?: number
  /** The conflicting upgrade, if the service names one (faults 900109, 900110 and 900111). */
  declare readonly upgradeId?: string
}

/**
 * The reason of an authentication failure: the credential returned no usable token (`credential`), the service refused the token
 * (`rejected`), the token is for another audience (`audience`, 900420), multi-factor authentication is missing (`mfa`: 900421, 10001, or a
 * status line that says so), or the token is app-only where App+User is needed (`appOnly`, 900329).
 */
export type AuthenticationFailure = 'credential' | 'rejected' | 'audience' | 'mfa' | 'appOnly'

/** There was no usable token, or the service refused it. */
export class AuthenticationError extends PartnerCenterError {
  declare readonly name: 'AuthenticationError'
  /** The reason of the failure. */
  declare readonly reason: AuthenticationFailure
  /** The HTTP status, if the service refused the token. */
  declare readonly status?: number
  /** The code as the service sent it, as text. */
  declare readonly serviceCode?: string
  /** The service's description. */
  declare readonly description?: string
}

/** No complete response arrived: the connection was refused, reset or cut short. */
export class ConnectionError extends PartnerCenterError {
  declare readonly name: 'ConnectionError'
  /** The HTTP status, if a firewall, a proxy or a sign-in page responded in place of Partner Center. */
  declare readonly status?: number
}

/** No complete response arrived in time. */
export class RequestTimeoutError extends PartnerCenterError {
  declare readonly name: 'RequestTimeoutError'
}

/** The create was not sent, because its request ID could not be recorded, or was not recorded in time. The `cause` says why. */
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
 * settling time has passed. The `cause` is the error that left the outcome unknown.
 */
export class OutcomeUnknownError extends PartnerCenterError {
  declare readonly name: 'OutcomeUnknownError'
  declare readonly requestId: string
  /** Whether the service accepted the create (2xx): pass it on to `ensure`, which then never sends it again. */
  declare readonly accepted?: boolean
  /** Milliseconds to wait before looking for the upgrade again; absent if waiting alone will not help. */
  declare readonly nextLook?: number
}

/** The upgrade failed, wholly or in part. */
export class UpgradeFailedError extends PartnerCenterError {
  declare readonly name: 'UpgradeFailedError'
  /** `partial` if some line items completed. */
  declare readonly outcome: 'failed' | 'partial'
  /** The last status; its line items say what went wrong with each. */
  declare readonly status: ProductUpgradesStatus
  /** The upgrade. */
  declare readonly upgrade: UpgradeReference
}

/** The deadline passed while the upgrade was still running. This is not a failure: follow the reference again. */
export class WaitDeadlineError extends PartnerCenterError {
  declare readonly name: 'WaitDeadlineError'
  /** The last status seen, if any. */
  declare readonly status?: ProductUpgradesStatus
  /** The upgrade. */
  declare readonly upgrade: UpgradeReference
}

/** The service sent a response that the contract does not allow. */
export class ContractViolationError extends PartnerCenterError {
  declare readonly name: 'ContractViolationError'
}

/** The error classes by the `name` of their errors. */
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

/** A fault of one operation, or of any: `operation` and `code` narrow each other. */
export type Fault<Operation extends OperationId = OperationId> = { [Each in Operation]: FaultError<Each> }[Operation]

/** Every error that a call can throw. Distinguish them by `name`. */
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

/** Whether a value is an error of this package, even one from another copy of the package in the same program. */
export function isPartnerCenterError(value: unknown): value is AnyPartnerCenterError {
  return typeof value === 'object' && value !== null && brand in value
}

/**
 * Whether a value is a fault, of the given operation if there is one, even from another copy of this package.
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

/** Makes the error for an aborted signal of the caller. */
export function aborted({ reason }: AbortSignal): RequestAbortedError {
  return new RequestAbortedError('The call was aborted', { cause: reason })
}
