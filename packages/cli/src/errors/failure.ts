import type { ExitCode } from '../process/exit-codes.ts'

/** What the program reports when it fails. */
export interface Failure {
  /** The exit code that the program ends with. */
  readonly exitCode: ExitCode
  /** What went wrong, in one sentence. */
  readonly message: string
  /** What to do about it, a line each. */
  readonly advice: readonly string[]
  /** Further properties of the JSON event. */
  readonly details?: object
}
