import type { OperationId } from '@partner-upgrades/spec'
import type { Cloud } from '@partner-upgrades/spec/clouds'
import type { Credential } from '../auth/credential.ts'
import type { IdempotencyStore } from '../idempotency/store.ts'
import type { Hooks } from '../telemetry/hooks.ts'
import type { Clock } from '../time/clock.ts'
import type { RequestGate } from './request-gate.ts'

/** Options of a client. Only the credential is required. */
export interface ProductUpgradesClientOptions extends Hooks {
  /**
   * The source of access tokens. All operations on upgrades need App+User credentials.
   * @see https://learn.microsoft.com/partner-center/developer/partner-center-authentication
   */
  readonly credential: Credential
  /**
   * The cloud, which determines the base URL and the scope of the tokens.
   * @default 'global', unless there is a `baseUrl`
   */
  readonly cloud?: Cloud | undefined
  /**
   * A different base URL, without `/v1`. Plain http is refused except to loopback.
   * @default that of the cloud
   */
  readonly baseUrl?: string | undefined
  /**
   * Sends a request. Called with a URL and a `RequestInit`, once per attempt.
   * @default `globalThis.fetch`, looked up at each attempt
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /**
   * The clock for waits between attempts and polls.
   * @default the system clock
   */
  readonly clock?: Clock | undefined
  /** Sent as `MS-PartnerCenter-Application`: the name of your program, for Partner Center's logs. @default none */
  readonly application?: string | undefined
  /**
   * Sent as `X-Locale`.
   * @default 'en-US', which the service assumes
   */
  readonly locale?: string | undefined
  /**
   * Whether to send `ValidateMfa: true`: responses then say in `isMfaCompliant` whether the token has multi-factor authentication.
   * @default false
   */
  readonly validateMfa?: boolean | undefined
  /** Additional headers for every request. @default none */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * Milliseconds for one attempt, including its token and the response body.
   * @default 60000
   */
  readonly timeout?: number | undefined
  /**
   * Milliseconds for a call, including all its attempts and waits.
   * @default 300000
   */
  readonly totalTimeout?: number | undefined
  /**
   * How many times to retry a request after transient failures.
   * @default 3
   */
  readonly retries?: number | undefined
  /**
   * The settling time: milliseconds to look for the upgrade of a create that may have had an effect, before it may be sent again.
   * It must be longer than the service may take to carry out a request and show its effect. A create that takes longer than half of it
   * plus one second to record is not sent.
   * @default a minute more than `timeout`, and at least 120000
   */
  readonly settleFor?: number | undefined
  /**
   * The store for the request IDs of creates, until their outcomes are known. Clients that share a store create at most one upgrade per
   * customer at a time; see `createIdempotencyFiles` of `@partner-upgrades/client/node`.
   * @default the memory of this client
   */
  readonly idempotency?: IdempotencyStore | undefined
  /**
   * The longest `Retry-After` to wait for, in milliseconds. A call that would have to wait longer fails with the fault.
   * @default 120000
   */
  readonly maxRetryAfter?: number | undefined
  /**
   * The maximum number of requests in flight.
   * @default 8
   */
  readonly maxInFlight?: number | undefined
  /**
   * Admits requests, in place of `maxInFlight`. Share a gate among clients that share one quota of the service.
   * @default a gate of this client's own, for `maxInFlight` requests
   */
  readonly gate?: RequestGate | undefined
  /**
   * The maximum number of polls per minute, for all watched upgrades together.
   * @default 120
   */
  readonly pollsPerMinute?: number | undefined
  /**
   * Milliseconds from creating an upgrade to the second poll, and the shortest time between two polls.
   * @default 5000
   */
  readonly minPollDelay?: number | undefined
  /**
   * The longest time between two polls of an upgrade, in milliseconds, unless `pollsPerMinute` makes it longer.
   * @default 60000
   */
  readonly maxPollDelay?: number | undefined
  /**
   * Checks the body of every successful response; throws to reject it.
   * See `@partner-upgrades/client/validation`.
   * @default no check
   */
  readonly validate?: ((operation: OperationId, body: unknown) => void) | undefined
  /**
   * Returns random numbers from 0 to 1, for the jitter of waits.
   * @default Math.random
   */
  readonly random?: (() => number) | undefined
}

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, even during a wait. */
  readonly signal?: AbortSignal | undefined
  /**
   * `MS-RequestId`, a GUID: the same on each attempt of this call. For a create, store it before you call. `ensure` assumes that a create
   * with this ID may already have been sent, and looks for its upgrade for the settling time before sending it.
   * @default a new one
   */
  readonly requestId?: string | undefined
  /**
   * `MS-CorrelationId`, a GUID.
   * @default a new one for each attempt
   */
  readonly correlationId?: string | undefined
  /** Additional headers for this call. @default none */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds for one attempt. @default the client's */
  readonly timeout?: number | undefined
  /** Milliseconds for the call, including all its attempts and waits. @default the client's */
  readonly totalTimeout?: number | undefined
}

/** Options for creating an upgrade. */
export interface CreateOptions extends CallOptions {
  /**
   * Milliseconds from now within which the upgrade should end. Becomes the `deadline` of the reference.
   * @default no deadline
   */
  readonly completeWithin?: number | undefined
  /**
   * Whether the service accepted the create with this `requestId` (`OutcomeUnknownError.accepted`): then it is never sent again.
   * @default false
   */
  readonly accepted?: boolean | undefined
  /**
   * The failed upgrade that the service showed for the customer before this call, or `null` if it showed none. If the outcome of the create
   * is unknown, this keeps the older upgrade from being taken for its result.
   * @default unknown to `create`; `ensure` checks
   */
  readonly earlier?: string | null | undefined
  /**
   * Whether to look only once for the upgrade of a create in doubt, instead of waiting for the settling time: the call then ends with an
   * `OutcomeUnknownError` that says when to look again (`nextLook`). For job queues, as `poll` is for following an upgrade.
   * @default false
   */
  readonly lookOnce?: boolean | undefined
}
