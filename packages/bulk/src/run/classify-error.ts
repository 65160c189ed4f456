import { type AnyPartnerCenterError, isPartnerCenterError, isRetryable } from '@partner-upgrades/client'
import type { Reason } from '../store/journal-entry.ts'
import { CreateHeldError } from './create-gate.ts'
import { CustomerBusyError } from './row-idempotency.ts'

/**
 * What an error means to a row: the service said no (`refused`), asks to be left alone (`throttled`), or could not be asked now
 * (`retryable`); the outcome of its create is not known (`doubtful`); another process is at the customer (`busy`), or no create may
 * start now (`held`); or somebody stopped
 * the run (`aborted`).
 */
export type ErrorKind = 'refused' | 'throttled' | 'retryable' | 'doubtful' | 'busy' | 'held' | 'aborted'

/** An error of the client, classified. */
export interface ClassifiedError {
  /** What the error means for the row. */
  readonly kind: ErrorKind
  /** The reason to record. */
  readonly reason: Reason
  /** Whether the service answered at all, and not only a gateway: then there is no outage. */
  readonly answered: boolean
  /** Milliseconds that the service asks to be left alone. */
  readonly retryAfter?: number
  /** The upgrade that stands in the way. */
  readonly upgradeId?: string
  /** The client's error. */
  readonly error: AnyPartnerCenterError
}

/**
 * Classifies an error.
 *
 * @throws what is no error of the client.
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
  // An answer that makes no sense is the service's all the same; without attempts, it was found out after the call.
  if (error.name === 'ContractViolationError') return !error.attempts || isReached(error)
  return kind === 'doubtful' ? isReached(error) : kind === 'refused' || kind === 'throttled'
}

/** Whether the service gave the last answer, though it did not settle the doubt. */
function isReached({ attempts }: AnyPartnerCenterError): boolean {
  const { status, foreign, error } = attempts?.at(-1) ?? {}
  return status !== undefined && !foreign && !error && !isRetryable(status)
}

/** Whether an error came of there being no connection, or no good token: then it may be anybody's. */
export function isServiceWide({ name, cause }: AnyPartnerCenterError): boolean {
  if (name === 'AuthenticationError' || name === 'ConnectionError') return true
  return isPartnerCenterError(cause) && cause.name === 'ConnectionError'
}

/** Whether there is no good token, and not only nobody to ask for one. */
export function isTokenRefused({ name, cause }: AnyPartnerCenterError): boolean {
  return name === 'AuthenticationError' && !['connection', 'service'].includes(credentialReason(cause))
}

/** Whether there is no good token until somebody sees to it. */
export function isCredentialLost({ name, cause }: AnyPartnerCenterError): boolean {
  return name === 'AuthenticationError' && ['consent', 'client', 'options'].includes(credentialReason(cause))
}

/** As `@partner-upgrades/credentials` says it, and any other credential may. */
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

/** The error that an unknown outcome came of says more than that it is unknown. */
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
