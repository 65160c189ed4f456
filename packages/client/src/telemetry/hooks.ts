import type { Attempt, AuditRecord, RequestName } from './audit.ts'

/** A request that is about to be sent. Holds no token and no body. */
export interface RequestEvent {
  /** The operation that is requested. */
  readonly operation: RequestName
  /** `MS-RequestId`: the same on every attempt. */
  readonly requestId: string
  /** `MS-CorrelationId`: different on every attempt, unless the caller set one. */
  readonly correlationId: string
  /** The HTTP method. */
  readonly method: string
  /** The whole URL. */
  readonly url: string
  /** The headers except `Authorization`. Headers set here are sent, such as `traceparent`. */
  readonly headers: Headers
}

/** A request that has ended. */
export interface ResponseEvent extends Attempt {
  /** The response headers, if a response arrived. */
  readonly headers?: Headers
}

/** A request that is about to be sent again. */
export interface RetryEvent extends Attempt {
  /** Milliseconds until the retry. */
  readonly delay: number
}

/** The outcome of a create is unknown, and the client is about to wait before it looks for the upgrade again. */
export interface SettleEvent {
  /** `MS-RequestId` of the create. */
  readonly requestId: string
  /** The ID of the customer, a GUID. */
  readonly customerId: string
  /** How long the client has been looking for the upgrade, in milliseconds. */
  readonly waited: number
  /** The settling time, in milliseconds, after which the create may be sent again. */
  readonly settleFor: number
  /** Milliseconds until the next poll. */
  readonly delay: number
}

/** Callbacks for the events of a client. It does not wait for them, and ignores their errors. */
export interface Hooks {
  /** Called before each attempt. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined
  /** Called after each attempt, whether or not a response arrived. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined
  /** Called before each wait for a retry. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined
  /** Called before each wait for the upgrade of a create with an unknown outcome. */
  readonly onSettle?: ((event: SettleEvent) => void) | undefined
  /** Called once at the end of each call. */
  readonly onAudit?: ((record: AuditRecord) => void) | undefined
}

/** Calls a hook, and ignores its errors. */
export function callHook<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  try {
    const pending = hook?.(event)
    if (pending instanceof Promise) pending.catch(() => {})
  } catch {
    // A log that cannot be written must not turn a created upgrade into a failure.
  }
}
