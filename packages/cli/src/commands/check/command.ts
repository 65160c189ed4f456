import type { AddCommand } from '../../command/command.ts'
import { examples } from '../../command/options.ts'

/** Adds the command `check`. */
export const addCheck: AddCommand = (program, act) => {
  program
    .command('check')
    .description('Check that your credentials work for product upgrades')
    .addHelpText('after', '\nChecks the eligibility of a customer that does not exist; changes nothing.')
    .addHelpText('after', examples(['check', '']))
    .action(act(async () => (await import('./action.ts')).check))
}
