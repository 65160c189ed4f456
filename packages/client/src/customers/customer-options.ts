import type { OperationId } from '@partner-upgrades/spec'
import type { Clock } from '../time/clock.ts'

/** Options of a client for customers. */
export interface CustomersClientOptions {
  /**
   * The most calls a minute, evenly spaced. Partner Center allows a partner 500 for each kind of resource.
   * @default 480
   */
  readonly callsPerMinute?: number | undefined
  /**
   * The clock by which calls are spaced.
   * @default the system clock
   */
  readonly clock?: Clock | undefined
  /**
   * Checks the body of every successful answer; throws to reject it.
   * See `@partner-upgrades/client/validation`.
   * @default nothing is checked
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
   * How many customers to ask for at a time, from 1 to 500.
   * @default 500
   */
  readonly pageSize?: number | undefined
  /** Only customers whose companies have names that start with this text, in any case. @default all */
  readonly companyName?: string | undefined
  /**
   * Called with each page as it arrives.
   *
   * @param count how many customers have arrived so far
   * @default nothing is called
   */
  readonly onPage?: ((count: number) => void) | undefined
}
