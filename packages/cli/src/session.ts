import type { Host } from './host.ts'
import type { Reporter } from './views/report.ts'

/** What every action works with. */
export interface Session {
  readonly host: Host
  readonly reporter: Reporter
}
