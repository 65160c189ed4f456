import type { AddCommand } from './command.ts'
import {
  customerHelp,
  exampleCustomer,
  examples,
  familyOption,
  intervalOption,
  parseCustomer,
  parseUpgrade,
  upgradeHelp,
} from './shared.ts'

export const addWatch: AddCommand = (program, act) => {
  program
    .command('watch')
    .description('Follow an upgrade to its end')
    .argument('<customer>', customerHelp, parseCustomer)
    .argument('[upgrade]', upgradeHelp, parseUpgrade)
    .addOption(familyOption())
    .addOption(intervalOption())
    .addHelpText('after', '\nCtrl-C ends the watching, not the upgrade.')
    .addHelpText(
      'after',
      examples([`watch ${exampleCustomer}`, ''], [`watch ${exampleCustomer} --json`, 'a line each change']),
    )
    .action(act(async () => (await import('../actions/watch.ts')).watch))
}
