import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import type { CallOptions } from './options.ts'
import type { UpgradeOutcome } from './outcome.ts'

/** What one look at an upgrade shows. */
export interface PollResult {
  /** The answer of the service, untouched. */
  readonly status: ProductUpgradesStatus
  /** How the upgrade stands; `deadlinePassed` if it is running and the deadline of its reference is over. */
  readonly outcome: UpgradeOutcome | 'deadlinePassed'
  /** Milliseconds to wait before the next look; absent when there is nothing more to wait for. */
  readonly nextDelay?: number
}

/** Options of one look at an upgrade. */
export interface PollOptions extends CallOptions {
  /** The `nextDelay` of the look before, in milliseconds, so that the next one is longer. */
  readonly lastDelay?: number
}

/** Options of watching an upgrade. */
export interface WatchOptions {
  /** Ends the watching as soon as it is aborted. */
  readonly signal?: AbortSignal
  /**
   * Milliseconds to watch at most. The deadline of the reference counts, too.
   * @default no end
   */
  readonly timeout?: number
}

/** Options of waiting for the end of an upgrade. */
export interface WaitOptions extends WatchOptions {
  /** Called with each status that differs from the one before, the first and the last included. */
  readonly onProgress?: (status: ProductUpgradesStatus) => void
}
