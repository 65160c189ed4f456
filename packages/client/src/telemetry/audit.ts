import type { OperationId } from '@partner-upgrades/spec'
import type { Effect } from '../protocol/effect.ts'

/** The name of an HTTP request: its operation, or `http` for a request through a client's `http` that is none of the operations. */
export type RequestName = OperationId | 'http'

/** One HTTP request of a call, and its result. Contains no token and no body. */
export interface Attempt {
  /** The operation that was requested. */
  readonly operation: RequestName
  /** `MS-RequestId`: the same on every attempt of one logical request. */
  readonly requestId: string
  /** `MS-CorrelationId`, which Partner Center's support asks for. */
  readonly correlationId: string
  /** When the attempt began, as an ISO 8601 time in UTC. */
  readonly startedAt: string
  /** Milliseconds from the start of the attempt to the end of the response body. */
  readonly duration: number
  /** The HTTP status; absent if no response arrived. */
  readonly status?: number
  /** `MS-CV` of the response. */
  readonly cv?: string
  /** `MS-ServerId` of the response. */
  readonly serverId?: string
  /** The name of the error that ended the attempt, if no complete response arrived. */
  readonly error?: string
  /** Whether the response came from something other than Partner Center, such as a firewall, a proxy or a gateway. */
  readonly foreign?: true
  /** The effect that the attempt may have had. Creates only; absent while the attempt is in flight. */
  readonly effect?: Effect
  /** Milliseconds to wait, from the `Retry-After` of the response; at most a day. */
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

/** A record of one call for an audit log, however many HTTP requests it made. Contains no token and no body. */
export interface AuditRecord extends CallDetails {
  /** The version of this record's shape. */
  readonly version: 1
  /** The method of the client that was called. */
  readonly call: CallName
  /** When the call started, as an ISO 8601 time in UTC. */
  readonly startedAt: string
  /** The duration of the call in milliseconds, including its waits. */
  readonly duration: number
  /** The ID of the customer, a GUID. */
  readonly customerId?: string
  /** The ID of the upgrade that the call followed or returned, a GUID. */
  readonly upgradeId?: string
  /** `success`, or the name of the error that the call threw. */
  readonly outcome: string
  /** The service's fault code, if the call failed with one. */
  readonly code?: string
}
