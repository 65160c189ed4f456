import { type BulkError, InputError } from '@partner-upgrades/bulk'
import { CliError } from '../../errors/cli-error.ts'
import type { ExitCode } from '../../process/exit-codes.ts'

/** The error of a list or its journal, with every problem and further advice. */
export function toListError(error: BulkError, code: ExitCode, advice: readonly string[] = []): CliError {
  const [message = '', ...more] = linesOf(error)
  return new CliError(code, message, [...more.map((line) => line.trim()), ...advice], error)
}

/** Lists every problem, not only those that fit into the message: they all have to be corrected. */
function linesOf(error: BulkError): readonly string[] {
  const lines = error.message.split('\n')
  if (!(error instanceof InputError)) return lines
  const { problems, count } = error
  const more = count > problems.length ? [`and ${(count - problems.length).toLocaleString('en')} more`] : []
  return [...lines.slice(0, 1), ...problems.map(({ line, text }) => `line ${line}: ${text}`), ...more]
}
