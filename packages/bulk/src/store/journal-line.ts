import type { ProcessIdentity } from '@partner-upgrades/client/node'
import type { JournalEvent } from './journal-entry.ts'

/** What each worker writes first: what the journal is about. The first such line of a journal counts. */
export interface Opened {
  /** Tells the kinds of events apart. */
  readonly is: 'opened'
  /** The version of the journal's form. */
  readonly version: 2
  /** How many lines it had read by then. */
  readonly after: number
  /** The list of customers: file name, SHA-256 in hex, and number of rows. */
  readonly input: { readonly name: string; readonly sha256: string; readonly rows: number }
  /** Whether only eligibility is asked. */
  readonly dryRun: boolean
  /** The service's base URL. */
  readonly service: string
  /** How long a worker may be silent before its claims end, in milliseconds. */
  readonly lease: number
  /** The process it runs in, so that others can tell whether it still does. */
  readonly process: ProcessIdentity
}

/** A line of the journal. */
export interface Line {
  /** The worker: another for every time a program was started. */
  readonly w: string
  /** Its lines are numbered from 1, without a gap. */
  readonly n: number
  /** What all lines come to that it had read, up to its own before this; absent if both were written in one piece. */
  readonly p?: string | undefined
  /** When, in milliseconds since 1970. */
  readonly at: number
  /** By how many milliseconds the clock was set since the worker's line before; absent if it was not, or if nobody can tell. */
  readonly set?: number | undefined
  /** What; as it was read for replaying, it holds the members of the line as well. */
  readonly event: JournalEvent | Opened
}
