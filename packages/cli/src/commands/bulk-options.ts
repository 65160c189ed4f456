import type { ConsentOptions } from './shared.ts'

/** Options of `bulk`. */
export interface BulkOptions extends ConsentOptions {
  readonly dryRun?: boolean
  readonly onlyFailed?: boolean
  /** The folder for journal and results. */
  readonly out?: string
  readonly parallel?: number
  readonly polls?: number
  /** Milliseconds. */
  readonly follow?: number
}
