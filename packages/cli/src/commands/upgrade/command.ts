import type { AddCommand } from '../../command/command.ts'
import {
  customerHelp,
  exampleCustomer,
  examples,
  familyOption,
  intervalOption,
  parseCustomer,
  settleForOption,
  timeoutOption,
  yesOption,
} from '../../command/options.ts'

/** Adds the command `upgrade`. */
export const addUpgrade: AddCommand = (program, act) => {
  program
    .command('upgrade')
    .description('Upgrade a customer: check eligibility, create the upgrade, follow it')
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addOption(yesOption())
    .addOption(settleForOption())
    .addOption(timeoutOption())
    .addOption(intervalOption())
    .addHelpText(
      'after',
      '\nInterrupt it at any time and rerun the same command: it resumes and never creates\na second upgrade.',
    )
    .addHelpText(
      'after',
      examples(
        [`upgrade ${exampleCustomer}`, 'asks before it creates'],
        [`upgrade ${exampleCustomer} --yes --json`, 'for scripts'],
      ),
    )
    .action(act(async () => (await import('./action.ts')).upgrade))
}
