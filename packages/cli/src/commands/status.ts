import type { AddCommand } from './command.ts'
import {
  customerHelp,
  exampleCustomer,
  examples,
  familyOption,
  parseCustomer,
  parseUpgrade,
  upgradeHelp,
} from './shared.ts'

export const addStatus: AddCommand = (program, act) => {
  program
    .command('status')
    .description('Look at an upgrade once')
    .argument('<customer>', customerHelp, parseCustomer)
    .argument('[upgrade]', upgradeHelp, parseUpgrade)
    .addOption(familyOption())
    .addHelpText('after', examples([`status ${exampleCustomer}`, '']))
    .action(act(async () => (await import('../actions/status.ts')).status))
}
