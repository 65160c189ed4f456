import type { ProductUpgradesClientOptions } from '@partner-upgrades/client'
import type { Partner } from '../status/status.ts'

/** What a worker tells. */
export type WorkEvent =
  /** A row was settled: its upgrade was created or found, it was postponed, or it ended. */
  | {
      readonly is: 'row'
      readonly partner: string
      readonly list: number
      readonly row: number
      readonly result: string
    }
  /** A partner is left alone for now: nothing gets through, or its credentials are not good. */
  | { readonly is: 'held'; readonly partner: string; readonly reason: string; readonly until?: string }
  /** The database could not be reached; the worker goes on as soon as it can. */
  | { readonly is: 'disconnected'; readonly reason: string }

/** How a worker works. */
export interface WorkOptions {
  /** The client's options for a partner: its credential above all. The base URL is the partner's. */
  readonly client: (partner: Partner) => ProductUpgradesClientOptions | Promise<ProductUpgradesClientOptions>
  /** The partners to work for. @default all */
  readonly partners?: readonly string[] | undefined
  /** The most rows in progress at once, for each partner. @default 16 */
  readonly parallel?: number | undefined
  /** How long this worker may be silent before others take over its rows, in milliseconds; at least 10,000. @default 30000 */
  readonly lease?: number | undefined
  /** How long to follow an upgrade, in milliseconds. @default 86400000, a day */
  readonly followFor?: number | undefined
  /** Whether to return once no list that is being worked on has an open row. @default false */
  readonly untilDone?: boolean | undefined
  /** Stops the worker: it hands its rows back, and records the requests in flight first. */
  readonly signal?: AbortSignal | undefined
  /** Called when something happens. */
  readonly onEvent?: ((event: WorkEvent) => void) | undefined
}

/** What a worker has done. */
export interface WorkSummary {
  /** Steps taken with rows. */
  readonly steps: number
  /** Rows that ended. */
  readonly ended: number
}
