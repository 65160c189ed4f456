import type { OperationId } from '@partner-upgrades/spec'
import type { Attempt, AuditRecord } from './audit.ts'

/** A request that is about to be sent. Holds no token and no body. */
export interface RequestEvent {
  /** The operation of the service that is asked for. */
  readonly operation: OperationId
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

/** What can be told of what is going on. Hooks are not waited for, and what they throw changes nothing. */
export interface Hooks {
  /** Called before each attempt. */
  readonly onRequest?: (event: RequestEvent) => void
  /** Called after each attempt, whether an answer arrived or not. */
  readonly onResponse?: (event: ResponseEvent) => void
  /** Called before the wait that comes before another attempt. */
  readonly onRetry?: (event: RetryEvent) => void
  /** Called at the end of each call of the client, once. */
  readonly onAudit?: (record: AuditRecord) => void
}

/** Calls a hook so that whatever goes wrong in it stays there. */
export function tell<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  try {
    const pending = hook?.(event)
    if (pending instanceof Promise) pending.catch(() => {})
  } catch {
    // A log that cannot be written must not turn a created upgrade into a failure.
  }
}
