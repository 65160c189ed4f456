import type { AddCommand } from '../../command/command.ts'
import {
  customerHelp,
  exampleCustomer,
  examples,
  familyOption,
  intervalOption,
  parseCustomer,
  parseUpgrade,
  upgradeHelp,
} from '../../command/options.ts'

/** Adds the command `watch`. */
export const addWatch: AddCommand = (program, act) => {
  program
    .command('watch')
    .description('Follow an upgrade until it ends')
    .argument('<customer>', customerHelp, parseCustomer)
    .argument('[upgrade]', upgradeHelp, parseUpgrade)
    .addOption(familyOption())
    .addOption(intervalOption())
    .addHelpText('after', '\nCtrl-C stops watching; the upgrade continues.')
    .addHelpText(
      'after',
      examples([`watch ${exampleCustomer}`, ''], [`watch ${exampleCustomer} --json`, 'a line per change']),
    )
    .action(act(async () => (await import('./action.ts')).watch))
}
