import type { ExitCode } from './exit-codes.ts'

/** What went wrong outside of Partner Center, and what to type instead. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly exitCode: ExitCode
  /** What to do about it, a line each. */
  readonly advice: readonly string[]

  constructor(exitCode: ExitCode, message: string, advice: readonly string[], cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.exitCode = exitCode
    this.advice = advice
  }
}
