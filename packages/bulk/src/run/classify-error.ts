import { type AnyPartnerCenterError, isPartnerCenterError, isRetryable } from '@partner-upgrades/client'
import type { Reason } from '../store/journal-entry.ts'
import { CreateHeldError } from './create-gate.ts'
import { CustomerBusyError } from './row-idempotency.ts'

/**
 * The meaning of an error for a row: the service rejected the request (`refused`), throttled it (`throttled`), or could not be reached
 * or failed temporarily (`retryable`); the outcome of the create is unknown (`doubtful`); another process is creating an upgrade for
 * the customer (`busy`); no create may start now (`held`); or the run was stopped (`aborted`).
 */
export type ErrorKind = 'refused' | 'throttled' | 'retryable' | 'doubtful' | 'busy' | 'held' | 'aborted'

/** An error of the client, classified. */
export interface ClassifiedError {
  /** What the error means for the row. */
  readonly kind: ErrorKind
  /** The reason to record. */
  readonly reason: Reason
  /** Whether the service itself responded, not just a gateway: then there is no outage. */
  readonly answered: boolean
  /** Milliseconds to wait, as the service's `Retry-After` demands; absent if it sent none. */
  readonly retryAfter?: number
  /** The ID of the existing upgrade because of which the create was rejected. */
  readonly upgradeId?: string
  /** The client's error. */
  readonly error: AnyPartnerCenterError
}

/**
 * Classifies an error.
 *
 * @throws the given value, unchanged, if it is not an error of the client.
 */
export function classifyError(error: unknown): ClassifiedError {
  if (!isPartnerCenterError(error)) throw error
  const kind = kindOf(error)
  const answered = isAnswered(error, kind)
  const classified = { kind, reason: reasonOf(error), error, answered }
  if (error.name !== 'FaultError') return classified
  const { retryAfter, upgradeId } = error
  return { ...classified, ...(retryAfter !== undefined && { retryAfter }), ...(upgradeId && { upgradeId }) }
}

function isAnswered(error: AnyPartnerCenterError, kind: ErrorKind): boolean {
  // An invalid response still came from the service. Without attempts, the violation was found after the call.
  if (error.name === 'ContractViolationError') return !error.attempts || isReached(error)
  return kind === 'doubtful' ? isReached(error) : kind === 'refused' || kind === 'throttled'
}

/** Whether the last response came from the service itself, even if it left the outcome open. */
function isReached({ attempts }: AnyPartnerCenterError): boolean {
  const { status, foreign, error } = attempts?.at(-1) ?? {}
  return status !== undefined && !foreign && !error && !isRetryable(status)
}

/** Whether an error was caused by a missing connection or a bad token, so that it may affect every row. */
export function isServiceWide({ name, cause }: AnyPartnerCenterError): boolean {
  if (name === 'AuthenticationError' || name === 'ConnectionError') return true
  return isPartnerCenterError(cause) && cause.name === 'ConnectionError'
}

/** Whether the token was refused, as opposed to a sign-in service that cannot be reached. */
export function isTokenRefused({ name, cause }: AnyPartnerCenterError): boolean {
  return name === 'AuthenticationError' && !['connection', 'service'].includes(credentialReason(cause))
}

/** Whether no valid token can be had until a person intervenes. */
export function isCredentialLost({ name, cause }: AnyPartnerCenterError): boolean {
  return name === 'AuthenticationError' && ['consent', 'client', 'options'].includes(credentialReason(cause))
}

/** Returns the `reason` that `@partner-upgrades/credentials` sets on its errors, as other credentials may. */
function credentialReason(cause: unknown): string {
  return String(Object(cause).reason)
}

function kindOf(error: AnyPartnerCenterError): ErrorKind {
  if (error instanceof CustomerBusyError) return 'busy'
  if (error instanceof CreateHeldError) return 'held'
  if (error.name === 'AbortError') return 'aborted'
  if (error.name === 'OutcomeUnknownError') {
    return isPartnerCenterError(error.cause) && error.cause.name === 'AbortError' ? 'aborted' : 'doubtful'
  }
  if (error.name !== 'FaultError') return 'retryable'
  if (error.status === 429) return 'throttled'
  return isRetryable(error) ? 'retryable' : 'refused'
}

/** Describes an error; for an unknown outcome, its cause, which says more. */
function reasonOf(error: AnyPartnerCenterError): Reason {
  const { name, cause } = error
  if (name === 'OutcomeUnknownError' && isPartnerCenterError(cause)) return { ...reasonOf(cause), error: name }
  const said = name === 'FaultError' || name === 'AuthenticationError' ? error : undefined
  return {
    text: said?.description ?? error.message,
    ...(said?.serviceCode && { code: said.serviceCode }),
    error: name,
  }
}
