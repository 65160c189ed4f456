import type { ProcessIdentity } from '@partner-upgrades/client/node'
import type { JournalEvent } from './journal-entry.ts'

/** The first event of each worker: describes the journal. The first one in a journal counts. */
export interface Opened {
  /** The type of the event. */
  readonly is: 'opened'
  /** The version of the journal's format. */
  readonly version: 2
  /** How many lines the worker had read before. */
  readonly after: number
  /** The list of customers: file name, SHA-256 in hex, and number of rows. */
  readonly input: { readonly name: string; readonly sha256: string; readonly rows: number }
  /** Whether the run checks eligibility only. */
  readonly dryRun: boolean
  /** The service's base URL. */
  readonly service: string
  /** How long a worker may be silent before its claims expire, in milliseconds. */
  readonly lease: number
  /** The worker's process, so that others can tell whether it still runs. */
  readonly process: ProcessIdentity
}

/** A line of the journal. */
export interface Line {
  /** The worker's ID, new each time that a journal is opened. */
  readonly w: string
  /** The number of the line among the worker's, counted from 1 without gaps. */
  readonly n: number
  /** The digest of all lines up to the worker's previous one; absent if both were written at once. */
  readonly p?: string | undefined
  /** When the line was written, in milliseconds since 1970. */
  readonly at: number
  /** How far the clock was set since the worker's previous line, in milliseconds; absent if it was not, or if that is unknown. */
  readonly set?: number | undefined
  /** The event; when read for a replay, it also holds the members of the line. */
  readonly event: JournalEvent | Opened
}
