import { type AnyPartnerCenterError, isPartnerCenterError } from '@partner-upgrades/client'
import type { Reason } from '../entry.ts'

/**
 * What an error means to a row: the service said no (`refused`), wants to be left alone (`throttled`), could not be asked now
 * (`passing`); or it is open what it did (`doubtful`); or somebody stopped the run (`aborted`).
 */
export type TroubleKind = 'refused' | 'throttled' | 'passing' | 'doubtful' | 'aborted'

/** An error of the client, understood. */
export interface Trouble {
  readonly kind: TroubleKind
  readonly reason: Reason
  /** Whether the service answered at all, and not only a gateway: then there is no outage. */
  readonly answered: boolean
  /** Milliseconds that the service wants to be left alone. */
  readonly retryAfter?: number
  /** The upgrade that stands in the way. */
  readonly upgradeId?: string
  readonly error: AnyPartnerCenterError
}

/**
 * Understands an error.
 *
 * @throws what is no error of the client: a defect.
 */
export function toTrouble(error: unknown): Trouble {
  if (!isPartnerCenterError(error)) throw error
  const kind = kindOf(error)
  const trouble = { kind, reason: reasonOf(error), error, answered: kind === 'refused' || kind === 'throttled' }
  if (error.name !== 'FaultError') return trouble
  const { retryAfter, upgradeId } = error
  return { ...trouble, ...(retryAfter !== undefined && { retryAfter }), ...(upgradeId && { upgradeId }) }
}

/** Whether an error came of there being no connection, or no good token: then it may be anybody's. */
export function isAnybodys({ name, cause }: AnyPartnerCenterError): boolean {
  if (name === 'AuthenticationError' || name === 'ConnectionError') return true
  return isPartnerCenterError(cause) && cause.name === 'ConnectionError'
}

/** Whether there is no good token, and not only nobody to ask for one. */
export function isTokenRefused({ name, cause }: AnyPartnerCenterError): boolean {
  return name === 'AuthenticationError' && !['connection', 'service'].includes(credentialReason(cause))
}

/** Whether there is no good token until somebody sees to it. */
export function isTokenGone({ name, cause }: AnyPartnerCenterError): boolean {
  return name === 'AuthenticationError' && ['consent', 'client', 'options'].includes(credentialReason(cause))
}

/** As `@partner-upgrades/credentials` says it, and any other credential may. */
function credentialReason(cause: unknown): string {
  return String(Object(cause).reason)
}

function kindOf(error: AnyPartnerCenterError): TroubleKind {
  if (error.name === 'AbortError') return 'aborted'
  if (error.name === 'OutcomeUnknownError') {
    return isPartnerCenterError(error.cause) && error.cause.name === 'AbortError' ? 'aborted' : 'doubtful'
  }
  if (error.name !== 'FaultError') return 'passing'
  if (error.status === 429) return 'throttled'
  return error.status === 408 || error.status >= 500 ? 'passing' : 'refused'
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
