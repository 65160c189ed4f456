import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import type { UpgradeOutcome } from '../protocol/outcome.ts'
import type { CallOptions } from './client-options.ts'

/** The result of a poll. */
export interface PollResult {
  /** The answer of the service, unchanged. */
  readonly status: ProductUpgradesStatus
  /** The outcome so far; `deadlinePassed` if the upgrade is running and its reference's deadline has passed. */
  readonly outcome: UpgradeOutcome | 'deadlinePassed'
  /** Milliseconds to wait before the next poll; absent if there is nothing more to wait for. */
  readonly nextDelay?: number
}

/** Options of one poll. */
export interface PollOptions extends CallOptions {
  /** The `nextDelay` of the previous poll, in milliseconds, so that the next one is longer. @default none: this is the first poll */
  readonly lastDelay?: number | undefined
}

/** Options of watching an upgrade. */
export interface WatchOptions {
  /** Stops watching. */
  readonly signal?: AbortSignal | undefined
  /**
   * Milliseconds to watch at most. The deadline of the reference applies, too.
   * @default no limit
   */
  readonly timeout?: number | undefined
}

/** Options of waiting for the end of an upgrade. */
export interface WaitOptions extends WatchOptions {
  /** Called with each status that differs from the one before, the first and the last included. */
  readonly onProgress?: ((status: ProductUpgradesStatus) => void) | undefined
}
