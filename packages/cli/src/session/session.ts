import type { Host } from '../process/host.ts'
import type { Reporter } from '../terminal/report.ts'

/** The host and the reporter that every command works with. */
export interface Session {
  /** The process, or its stand-in in tests. */
  readonly host: Host
  /** Prints reports and progress. */
  readonly reporter: Reporter
}
