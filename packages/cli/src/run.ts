import { type Command, CommanderError } from 'commander'
import type { Act } from './command/command.ts'
import { addComplete } from './commands/complete/command.ts'
import { type ExitCode, exitCodes } from './process/exit-codes.ts'
import type { Host } from './process/host.ts'
import { createProgram } from './program.ts'

/**
 * Runs one command line.
 *
 * @param args the arguments after the program's name
 */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const json = args.includes('--json')
  let ending: ExitCode = exitCodes.done
  const act: Act =
    (load) =>
    async (...given) => {
      const [action, { createReporter }] = await Promise.all([load(), import('./terminal/reporter.ts')])
      const reporter = await createReporter(host, json)
      try {
        ending = await action({ host, reporter }, ...given)
      } finally {
        reporter.clearProgress()
      }
    }
  const program = createProgram(host, act)
  await addComplete(program, args.includes('complete'))
  try {
    await program.parseAsync(args.length > 0 ? [...args] : ['--help'], { from: 'user' })
    return ending
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done
    const { fail } = await import('./errors/fail.ts')
    return fail(error, host, json, ['partner-upgrades', ...commandPath(program, args), '--help'].join(' '))
  }
}

/** The names of the command that was called, and of its subcommand. */
function commandPath(program: Command, args: readonly string[]): readonly string[] {
  const [word, ...rest] = args.filter((each) => !each.startsWith('-'))
  const command = program.commands.find((each) => each.name() === word)
  return command ? [command.name(), ...commandPath(command, rest)] : []
}
