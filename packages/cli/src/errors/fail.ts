import { CommanderError } from 'commander'
import { type ExitCode, exitCodes } from '../process/exit-codes.ts'
import type { Host } from '../process/host.ts'
import { toJsonLine } from '../terminal/json-line.ts'
import { createPaint, wantsColours } from '../terminal/paint.ts'
import { print } from '../terminal/printable.ts'
import { wrap } from '../terminal/wrap.ts'
import { CliError } from './cli-error.ts'
import type { Failure } from './failure.ts'

const indent = '  '

/**
 * Reports the error that ended the program, and returns the exit code for it.
 *
 * @param help the command line that shows the help of the failed command
 */
export async function fail(
  error: unknown,
  { stdout, stderr, env, signal }: Host,
  json: boolean,
  help: string,
): Promise<ExitCode> {
  const failure = await toFailure(error, signal, help)
  const { exitCode, message, advice, details } = failure
  if (json) {
    print(stdout, [toJsonLine({ event: 'error', exitCode, message, advice, ...details })])
    return exitCode
  }
  const paint = createPaint(wantsColours(stderr, env))
  const width = stderr.isTTY ? (stderr.columns ?? 80) : Number.POSITIVE_INFINITY
  const lines = [message, ...advice].flatMap((line) => wrap(line, width - indent.length))
  const [first, ...more] = lines
  print(stderr, [`${paint('red', '✘')} ${first}`, ...more.map((line) => indent + line)])
  return exitCode
}

async function toFailure(error: unknown, signal: AbortSignal, help: string): Promise<Failure> {
  if (error instanceof CliError) return error
  if (error instanceof CommanderError) {
    const text = error.code === 'commander.help' ? 'a command is missing.' : error.message
    const [message = '', ...advice] = text.replace(/^error: /, '').split('\n')
    return { exitCode: exitCodes.usage, message: sentence(message), advice: [...advice, `Help: ${help}`] }
  }
  const { toClientFailure } = await import('./client-failure.ts')
  return toClientFailure(error, signal.aborted)
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
