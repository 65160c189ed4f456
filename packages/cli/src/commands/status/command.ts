import type { AddCommand } from '../../command/command.ts'
import {
  customerHelp,
  exampleCustomer,
  examples,
  familyOption,
  parseCustomer,
  parseUpgrade,
  upgradeHelp,
} from '../../command/options.ts'

/** Adds the command `status`. */
export const addStatus: AddCommand = (program, act) => {
  program
    .command('status')
    .description('Show the status of an upgrade')
    .argument('<customer>', customerHelp, parseCustomer)
    .argument('[upgrade]', upgradeHelp, parseUpgrade)
    .addOption(familyOption())
    .addHelpText('after', examples([`status ${exampleCustomer}`, '']))
    .action(act(async () => (await import('./action.ts')).status))
}
