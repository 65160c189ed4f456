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
    .summary('follow an upgrade to its end')
    .description('Follows an upgrade to its end, and tells each change. Ctrl-C ends the watching, not the upgrade.')
    .argument('<customer>', customerHelp, parseCustomer)
    .argument('[upgrade]', upgradeHelp, parseUpgrade)
    .addOption(familyOption())
    .addOption(intervalOption())
    .addHelpText(
      'after',
      examples([`watch ${exampleCustomer}`, ''], [`watch ${exampleCustomer} --json`, 'a line each change']),
    )
    .action(act(async () => (await import('../actions/watch.ts')).watch))
}
