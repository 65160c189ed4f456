import type { ExitCode } from './exit-codes.ts'

/** What went wrong, for people and for programs. */
export interface Failure {
  readonly exitCode: ExitCode
  readonly message: string
  /** What to do about it, a line each. */
  readonly advice: readonly string[]
  /** What else there is to know, as JSON. */
  readonly details?: object
}
