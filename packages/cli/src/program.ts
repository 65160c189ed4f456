import { styleText } from 'node:util'
import { Command, CommanderError } from 'commander'
import type { Act } from './command/command.ts'
import { commands } from './commands/index.ts'
import { readManifest } from './manifest.ts'
import type { Host } from './process/host.ts'
import { wantsColours } from './terminal/paint.ts'

const environment = `
Environment:
  PARTNER_CENTER_TOKEN     an App+User access token (default: what login stored)
  PARTNER_CENTER_BASE_URL  the base URL of another Partner Center, such as a mock
  NO_COLOR                 disables colours

Exit codes:
  0 done, 1 an upgrade failed or was refused, 2 usage, 3 credentials, 4 throttled,
  5 connection, 6 outcome unknown, 130 interrupted`

/** Creates the whole command line: commands, options and help. The action of a command is loaded only when it runs. */
export function createProgram({ env, stdout }: Host, act: Act): Command {
  const program = new Command('partner-upgrades')
    .description('Moves customers of a Cloud Solution Provider from legacy Azure subscriptions to an Azure plan.')
    .option('-V, --version', 'print the version')
    .on('option:version', () => {
      stdout.write(`${readManifest().version}\n`)
      throw new CommanderError(0, 'commander.version', '')
    })
    .option('--json', 'print JSON: one object, or one line per event')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      // The caller reports it, as it reports any other error.
      writeErr: () => {},
      getOutHelpWidth: () => stdout.columns ?? 80,
      getOutHasColors: () => wantsColours(stdout, env),
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (text) => styleText('bold', text, { validateStream: false }),
    })
    .addHelpText('after', environment)
    .exitOverride()
  for (const add of commands) add(program, act)
  return program
}
