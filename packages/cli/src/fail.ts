import { CommanderError } from 'commander'
import { CliError } from './cli-error.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Failure } from './failure.ts'
import type { Host } from './host.ts'
import { createPaint, wantsColours } from './paint.ts'
import { toJsonLine } from './views/json-line.ts'
import { wrap } from './views/wrap.ts'

const indent = '  '

/**
 * Tells of whatever ended the program, and gives the exit code for it.
 *
 * @param help what to type for help with what was typed
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
    stdout.write(`${toJsonLine({ event: 'error', exitCode, message, advice, ...details })}\n`)
    return exitCode
  }
  const paint = createPaint(wantsColours(stderr, env))
  const width = stderr.isTTY ? (stderr.columns ?? 80) : Number.POSITIVE_INFINITY
  const lines = [message, ...advice].flatMap((line) => wrap(line, width - indent.length))
  const [first, ...more] = lines
  stderr.write(`${[`${paint('red', '✘')} ${first}`, ...more.map((line) => indent + line)].join('\n')}\n`)
  return exitCode
}

async function toFailure(error: unknown, signal: AbortSignal, help: string): Promise<Failure> {
  if (error instanceof CliError) return error
  if (error instanceof CommanderError) {
    const text = error.code === 'commander.help' ? 'a command is missing.' : error.message
    const [message = '', ...advice] = text.replace(/^error: /, '').split('\n')
    return { exitCode: exitCodes.usage, message: sentence(message), advice: [...advice, `Help: ${help}`] }
  }
  const { toFailureOfCall } = await import('./call-failure.ts')
  return toFailureOfCall(error, signal.aborted)
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
