import type { AddCommand } from '../../command/command.ts'
import {
  customerHelp,
  exampleCustomer,
  examples,
  familyOption,
  parseCustomer,
  settleForOption,
  timeoutOption,
  yesOption,
} from '../../command/options.ts'

/** Adds the command `ensure`. */
export const addEnsure: AddCommand = (program, act) => {
  program
    .command('ensure')
    .description('Create an upgrade unless there is one already')
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addOption(yesOption())
    .addOption(settleForOption())
    .addOption(timeoutOption())
    .addHelpText('after', '\nSafe to repeat.')
    .addHelpText('after', examples([`ensure ${exampleCustomer} --yes --json | jq -r .upgradeId`, 'the upgrade']))
    .action(act(async () => (await import('./action.ts')).ensure))
}
