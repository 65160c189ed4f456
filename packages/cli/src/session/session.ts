import type { Host } from '../process/host.ts'
import type { Reporter } from '../terminal/report.ts'

/** What every command works with. */
export interface Session {
  /** The process, or what stands in for it in tests. */
  readonly host: Host
  /** Prints reports and progress. */
  readonly reporter: Reporter
}
