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

/** Adds the command `create`. */
export const addCreate: AddCommand = (program, act) => {
  program
    .command('create')
    .description('Create an upgrade')
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addOption(yesOption())
    .addOption(settleForOption())
    .addOption(timeoutOption())
    .addHelpText(
      'after',
      '\nFails if the customer already has one. After a crash, rerun the same\ncommand: it never creates a second upgrade.',
    )
    .addHelpText(
      'after',
      examples([`create ${exampleCustomer}`, 'asks first'], [`create ${exampleCustomer} --yes`, 'for scripts']),
    )
    .action(act(async () => (await import('./action.ts')).create))
}
