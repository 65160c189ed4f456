import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import type { UpgradeOutcome } from '../protocol/outcome.ts'
import type { CallOptions } from './client-options.ts'

/** The result of a poll. */
export interface PollResult {
  /** The status exactly as the service sent it. */
  readonly status: ProductUpgradesStatus
  /** The outcome so far; `deadlinePassed` if the upgrade is running and its reference's deadline has passed. */
  readonly outcome: UpgradeOutcome | 'deadlinePassed'
  /** Milliseconds to wait before the next poll; absent if no further poll is needed. */
  readonly nextDelay?: number
}

/** Options of one poll. */
export interface PollOptions extends CallOptions {
  /** The `nextDelay` of the previous poll, in milliseconds, so that the next delay is longer. @default none: this is the first poll */
  readonly lastDelay?: number | undefined
}

/** Options for watching an upgrade. */
export interface WatchOptions {
  /** Stops watching. */
  readonly signal?: AbortSignal | undefined
  /**
   * The longest time to watch, in milliseconds. The deadline of the reference applies as well.
   * @default no limit
   */
  readonly timeout?: number | undefined
}

/** Options for waiting for the end of an upgrade. */
export interface WaitOptions extends WatchOptions {
  /** Called with each status that differs from the one before, including the first and the last. */
  readonly onProgress?: ((status: ProductUpgradesStatus) => void) | undefined
}
