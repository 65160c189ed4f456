import type { Command } from 'commander'
import { examples } from '../../command/options.ts'

const help = examples(
  ['complete bash >> ~/.bashrc', ''],
  ['complete zsh > ~/.zsh/completions/_partner-upgrades', 'a folder of your fpath'],
  ['complete fish > ~/.config/fish/completions/partner-upgrades.fish', ''],
)

/** Adds `complete`, through which shells complete commands. Its library is loaded only when it is called. */
export async function addComplete(program: Command, called: boolean): Promise<void> {
  if (called) await addCompletion(program)
  const complete = called
    ? program.commands.find((command) => command.name() === 'complete')
    : program.command('complete').argument('[shell]')
  complete?.description('Print a shell completion script').addHelpText('after', help)
}

async function addCompletion(program: Command): Promise<void> {
  const [{ default: tab }, { faults }] = await Promise.all([
    import('@bomb.sh/tab/commander'),
    import('@partner-upgrades/spec/faults'),
  ])
  tab(program)
    .commands.get('explain')
    ?.argument('code', (complete) => {
      for (const { code, text } of Object.values(faults)) complete(code, text)
    })
}
