import type { ProductUpgradesClientOptions } from '@partner-upgrades/client'
import type { Partner } from '../status/status.ts'

/** An event that a worker reports. */
export type WorkEvent =
  /** A row was settled: its upgrade was created or found, it was postponed, or it ended. */
  | {
      readonly is: 'row'
      readonly partner: string
      readonly list: number
      readonly row: number
      readonly result: string
    }
  /** A partner is held for now: its client cannot be created, or its credentials are rejected. */
  | { readonly is: 'held'; readonly partner: string; readonly reason: string; readonly until?: string }
  /** The database could not be reached; the worker continues as soon as it answers. */
  | { readonly is: 'disconnected'; readonly reason: string }

/** The options of `work`. */
export interface WorkOptions {
  /** Returns the client options for a partner, above all its credential. The base URL is always the partner's. */
  readonly client: (partner: Partner) => ProductUpgradesClientOptions | Promise<ProductUpgradesClientOptions>
  /** The partners to work for. @default all */
  readonly partners?: readonly string[] | undefined
  /** The maximum number of rows in progress at once, per partner. @default 16 */
  readonly parallel?: number | undefined
  /** How long this worker may be silent before others take over its rows, in milliseconds; at least 10,000. @default 30000 */
  readonly lease?: number | undefined
  /** How long to follow an upgrade, in milliseconds. @default 86400000, a day */
  readonly followFor?: number | undefined
  /** Whether to return once no list that is being worked on has an open row. @default false */
  readonly untilDone?: boolean | undefined
  /** Stops the worker, which first records the requests in flight, then hands its rows back. */
  readonly signal?: AbortSignal | undefined
  /** Called for each event. */
  readonly onEvent?: ((event: WorkEvent) => void) | undefined
}

/** A summary of the work that a worker has done. */
export interface WorkSummary {
  /** The number of steps taken. */
  readonly steps: number
  /** The number of rows that ended. */
  readonly ended: number
}
