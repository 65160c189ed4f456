import type { OperationId } from '@partner-upgrades/spec'
import type { Clock } from './clock.ts'
import type { Credential } from './credential.ts'
import type { Hooks } from './hooks.ts'

/** The clouds that Partner Center runs in. */
export type Cloud = 'global' | 'usGov' | 'china21Vianet'

/** How a client is set up. Everything but the credential has a default. */
export interface ProductUpgradesClientOptions extends Hooks {
  /**
   * Where tokens come from. All three operations need App+User credentials.
   * @see https://learn.microsoft.com/partner-center/developer/partner-center-authentication
   */
  readonly credential: Credential
  /**
   * The cloud; it decides base URL and scope of the tokens.
   * @default 'global', or none if there is a `baseUrl`
   */
  readonly cloud?: Cloud
  /**
   * Another base URL, without `/v1`. Plain http is refused except to loopback.
   * @default that of the cloud
   */
  readonly baseUrl?: string
  /**
   * What sends a request. Called with a URL and a `RequestInit`, once for each attempt.
   * @default `globalThis.fetch`, looked up at each attempt
   */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /**
   * Where time comes from, for waits between attempts and polls.
   * @default the clock on the wall
   */
  readonly clock?: Clock
  /** Sent as `MS-PartnerCenter-Application`: the name of your program, for Partner Center's logs. */
  readonly application?: string
  /**
   * Sent as `X-Locale`.
   * @default 'en-US', which the service assumes
   */
  readonly locale?: string
  /**
   * Sends `ValidateMfa: true`: the answers then tell in `isMfaCompliant` whether the token has multi-factor authentication.
   * @default false
   */
  readonly validateMfa?: boolean
  /** Headers of your own, for every request. */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * Milliseconds for one attempt, its token and the body of its answer included.
   * @default 60000
   */
  readonly timeout?: number
  /**
   * Milliseconds for a call with all its attempts and waits.
   * @default 300000
   */
  readonly totalTimeout?: number
  /**
   * How often a call is sent again after a passing failure.
   * @default 3
   */
  readonly retries?: number
  /**
   * The longest `Retry-After` to wait for, in milliseconds. A call that is told to wait longer ends with the fault.
   * @default 120000
   */
  readonly maxRetryAfter?: number
  /**
   * How many requests may be in flight at once.
   * @default 8
   */
  readonly maxInFlight?: number
  /**
   * How many polls a minute all watched upgrades share.
   * @default 120
   */
  readonly pollsPerMinute?: number
  /**
   * Milliseconds from creating an upgrade to the second look at it, and the shortest time between two.
   * @default 5000
   */
  readonly minPollDelay?: number
  /**
   * The longest time between two looks at an upgrade, in milliseconds, if the budget of polls allows.
   * @default 60000
   */
  readonly maxPollDelay?: number
  /**
   * Looks at the body of every successful answer; throws to refuse it.
   * See `@partner-upgrades/client/validation`.
   * @default nothing is checked
   */
  readonly validate?: (operation: OperationId, body: unknown) => void
  /**
   * A source of numbers from 0 to 1, for the jitter of waits.
   * @default Math.random
   */
  readonly random?: () => number
}

/** What can be set for one call. */
export interface CallOptions {
  /** Ends the call as soon as it is aborted, in the middle of a wait too. */
  readonly signal?: AbortSignal
  /**
   * `MS-RequestId`, a GUID: the same on each attempt at this call. For a create, store it before you call.
   * @default a new one
   */
  readonly requestId?: string
  /**
   * `MS-CorrelationId`, a GUID.
   * @default a new one for each attempt
   */
  readonly correlationId?: string
  /** Headers of your own, for this call. */
  readonly headers?: Readonly<Record<string, string>>
  /** Milliseconds for one attempt. @default that of the client */
  readonly timeout?: number
  /** Milliseconds for the call with all its attempts and waits. @default that of the client */
  readonly totalTimeout?: number
}

/** What can be set for creating an upgrade. */
export interface CreateOptions extends CallOptions {
  /**
   * Milliseconds from now by which the upgrade should have ended. Becomes the `deadline` of the reference.
   * @default no deadline
   */
  readonly completeWithin?: number
}
