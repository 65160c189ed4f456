import type { ExitCode } from '../process/exit-codes.ts'

/** An error of input, settings or files, with what to do about it. */
export class CliError extends Error {
  override readonly name = 'CliError'
  /** The exit code that the program ends with. */
  readonly exitCode: ExitCode
  /** What to do about it, a line each. */
  readonly advice: readonly string[]

  /** Further properties of the JSON event. */
  readonly details: object

  constructor(exitCode: ExitCode, message: string, advice: readonly string[], cause?: unknown, details: object = {}) {
    super(message, { cause })
    this.exitCode = exitCode
    this.advice = advice
    this.details = details
  }
}
