import type { OperationId } from '@partner-upgrades/spec'
import type { Effect } from '../protocol/effect.ts'

/** What an HTTP request asks for: an operation, or `http` for what was sent through `http` of a client and is about no upgrade. */
export type RequestName = OperationId | 'http'

/** One HTTP request of a call, and its result. Contains no token and no body. */
export interface Attempt {
  /** The operation of the service that was asked for. */
  readonly operation: RequestName
  /** `MS-RequestId`: the same on every attempt at one logical request. */
  readonly requestId: string
  /** `MS-CorrelationId`: what Partner Center's support asks for. */
  readonly correlationId: string
  /** When the attempt began, as an ISO 8601 time in UTC. */
  readonly startedAt: string
  /** Milliseconds from the beginning to the end of the answer's body. */
  readonly duration: number
  /** The HTTP status of the answer; absent where none arrived. */
  readonly status?: number
  /** `MS-CV` of the answer. */
  readonly cv?: string
  /** `MS-ServerId` of the answer. */
  readonly serverId?: string
  /** The name of the error that ended the attempt, where no whole answer arrived. */
  readonly error?: string
  /** Whether something other than Partner Center gave the answer, such as a firewall, a proxy or a gateway. */
  readonly foreign?: true
  /** What the attempt may have done at the service. Creates only; absent while one is under way. */
  readonly effect?: Effect
  /** Milliseconds to wait, by the answer's `Retry-After`; at most a day. */
  readonly retryAfter?: number
}

/** The call of the client that a result or an error came from. */
export interface CallDetails {
  /** `MS-RequestId` of the call. */
  readonly requestId: string
  /** Every HTTP request the call made, in order. */
  readonly attempts: readonly Attempt[]
}

/** The calls of a client, as audit records name them. `http` is a call made through {@link ProductUpgradesClient.http}. */
export type CallName = 'checkEligibility' | 'create' | 'ensure' | 'getStatus' | 'poll' | 'http'

/** What one call did, for an audit log, however many HTTP requests it made. Contains no token and no body. */
export interface AuditRecord extends CallDetails {
  /** The version of this record's shape. */
  readonly version: 1
  /** The method of the client that was called. */
  readonly call: CallName
  /** When the call began, as an ISO 8601 time in UTC. */
  readonly startedAt: string
  /** Milliseconds that the call took, its waits included. */
  readonly duration: number
  /** The customer it was about, a GUID. */
  readonly customerId?: string
  /** The upgrade it was about, or led to, a GUID. */
  readonly upgradeId?: string
  /** `success`, or the name of the error that the call ended with. */
  readonly outcome: string
  /** The service's fault code, where the call ended with one. */
  readonly code?: string
}
