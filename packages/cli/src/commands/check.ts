import type { AddCommand } from './command.ts'
import { examples } from './shared.ts'

export const addCheck: AddCommand = (program, act) => {
  program
    .command('check')
    .description('Tell whether the credentials are good for product upgrades')
    .addHelpText('after', '\nAsks about a customer who does not exist. Changes nothing.')
    .addHelpText('after', examples(['check', '']))
    .action(act(async () => (await import('../actions/check.ts')).check))
}
