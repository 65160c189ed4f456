import type { Attempt, AuditRecord, RequestName } from './audit.ts'

/** A request that is about to be sent. Holds no token and no body. */
export interface RequestEvent {
  /** The operation of the service that is asked for. */
  readonly operation: RequestName
  /** `MS-RequestId`: the same on every attempt. */
  readonly requestId: string
  /** `MS-CorrelationId`: another on every attempt. */
  readonly correlationId: string
  /** The HTTP method. */
  readonly method: string
  /** The whole URL. */
  readonly url: string
  /** The headers but for `Authorization`. What is set here is sent: the place for `traceparent`. */
  readonly headers: Headers
}

/** A request that has ended. */
export interface ResponseEvent extends Attempt {
  /** The headers of the answer, where one arrived. */
  readonly headers?: Headers
}

/** A request that is about to be sent again. */
export interface RetryEvent extends Attempt {
  /** Milliseconds until then. */
  readonly delay: number
}

/** The outcome of a create is unknown, and the client is about to wait before it looks for the upgrade again. */
export interface SettleEvent {
  /** `MS-RequestId` of the create. */
  readonly requestId: string
  /** The customer, a GUID. */
  readonly customerId: string
  /** Milliseconds that the client has been looking. */
  readonly waited: number
  /** The settling time, in milliseconds: only after it the create may be sent again. */
  readonly settleFor: number
  /** Milliseconds until the next look. */
  readonly delay: number
}

/** Functions that are called as things happen. Nothing waits for them, and their errors are ignored. */
export interface Hooks {
  /** Called before each attempt. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined
  /** Called after each attempt, whether an answer arrived or not. */
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
