import { BulkError, InputError, ListError } from '@partner-upgrades/bulk'
import { CliError } from '../../errors/cli-error.ts'
import type { ExitCode } from '../../process/exit-codes.ts'

/** An error whose message already says what to do. */
export type BulkFailure = BulkError | ListError

/** Whether an error comes from the list, the journal or the service, rather than from a defect in this program. */
export function isBulkFailure(error: unknown): error is BulkFailure {
  return error instanceof BulkError || error instanceof ListError
}

/** Converts the error of a list or its journal, with every problem and further advice. */
export function toListError(error: BulkFailure, code: ExitCode, advice: readonly string[] = []): CliError {
  const [message = '', ...more] = linesOf(error)
  return new CliError(code, message, [...more.map((line) => line.trim()), ...advice], error)
}

/** Lists every problem, not only those that fit into the message: they all have to be corrected. */
function linesOf(error: BulkFailure): readonly string[] {
  const lines = error.message.split('\n')
  if (!(error instanceof InputError)) return lines
  const { problems, count } = error
  const more = count > problems.length ? [`and ${(count - problems.length).toLocaleString('en')} more`] : []
  return [...lines.slice(0, 1), ...problems.map(({ line, text }) => `line ${line}: ${text}`), ...more]
}
