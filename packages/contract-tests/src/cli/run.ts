import { UsageError } from '../usage-error.ts'
import type { Command, CommandContext } from './command.ts'
import { compareCommand } from './compare-command.ts'
import { promoteCommand } from './promote-command.ts'
import { recordCommand } from './record-command.ts'
import { verifyCommand } from './verify-command.ts'

const commands: Readonly<Record<string, Command>> = {
  verify: verifyCommand,
  record: recordCommand,
  promote: promoteCommand,
  compare: compareCommand,
}

/**
 * Runs the program. Returns 0 if the contract is kept, 1 if it is broken, and 2, with one line that says why, if nothing could be checked.
 */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  const [name = '--help', ...rest] = args
  try {
    if (name === '--help') {
      context.print(helpOf(commands))
      return 0
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) throw new UsageError(`Unknown command ${name}: ${Object.keys(commands).join(', ')}.`)
    return await command.run(rest, context)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    context.printError(inOneLine(error.message))
    return 2
  }
}

function inOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}

function helpOf(all: Readonly<Record<string, Command>>): string {
  const wide = Math.max(...Object.keys(all).map((name) => name.length))
  return [
    'Contract tests for Partner Center product upgrades.',
    '',
    ...Object.entries(all).map(([name, { summary }]) => `  ${name.padEnd(wide)}  ${summary}`),
    '',
    'Run a command with --help for its options.',
  ].join('\n')
}
