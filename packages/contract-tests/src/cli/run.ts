import { compareCommand } from '../changes/compare-command.ts'
import { promoteCommand } from '../drift/promote-command.ts'
import { recordCommand } from '../drift/record-command.ts'
import { UsageError } from '../verify/usage-error.ts'
import type { Command, Surroundings } from './command.ts'
import { verifyCommand } from './verify-command.ts'

const commands: Readonly<Record<string, Command>> = {
  verify: verifyCommand,
  record: recordCommand,
  promote: promoteCommand,
  compare: compareCommand,
}

/**
 * Runs the program: 0 where everything holds, 1 where the contract is broken, 2 where nothing could be found out, and then with one
 * line that says why.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name = '--help', ...rest] = args
  try {
    if (name === '--help') {
      surroundings.print(helpOf(commands))
      return 0
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) throw new UsageError(`There is no command ${name}: ${Object.keys(commands).join(', ')}.`)
    return await command.run(rest, surroundings)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    surroundings.complain(error.message.replaceAll(/\s*\n\s*/g, ' '))
    return 2
  }
}

function helpOf(all: Readonly<Record<string, Command>>): string {
  const wide = Math.max(...Object.keys(all).map((name) => name.length))
  return [
    'Contract tests for Partner Center product upgrades.',
    '',
    ...Object.entries(all).map(([name, { summary }]) => `  ${name.padEnd(wide)}  ${summary}`),
    '',
    'Each has a --help of its own.',
  ].join('\n')
}
