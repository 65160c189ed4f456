import type { OperationId } from '@partner-upgrades/spec'
import type { Clock } from '../time/clock.ts'

/** Options of a client for customers. */
export interface CustomersClientOptions {
  /**
   * The maximum number of calls per minute, evenly spaced. Partner Center allows a partner 500 for each kind of resource.
   * @default 480
   */
  readonly callsPerMinute?: number | undefined
  /**
   * The clock used to space calls.
   * @default the system clock
   */
  readonly clock?: Clock | undefined
  /**
   * Checks the body of every successful response; throws to reject it.
   * See `@partner-upgrades/client/validation`.
   * @default no check
   */
  readonly validate?: ((operation: OperationId, body: unknown) => void) | undefined
}

/** Options of one call. */
export interface CustomerCallOptions {
  /** Aborts the call, even during a wait. */
  readonly signal?: AbortSignal | undefined
}

/** Options for listing customers. */
export interface ListCustomersOptions extends CustomerCallOptions {
  /**
   * The number of customers per page, from 1 to 500.
   * @default 500
   */
  readonly pageSize?: number | undefined
  /** Lists only customers whose company name starts with this text, ignoring case. @default all */
  readonly companyName?: string | undefined
  /**
   * Called with each page as it arrives.
   *
   * @param count the number of customers received so far
   * @default no callback
   */
  readonly onPage?: ((count: number) => void) | undefined
}
