import type { AddCommand } from './command.ts'
import {
  customerHelp,
  exampleCustomer,
  examples,
  familyOption,
  intervalOption,
  parseCustomer,
  yesOption,
} from './shared.ts'

export const addUpgrade: AddCommand = (program, act) => {
  program
    .command('upgrade')
    .description('Take a customer all the way: eligibility, ensure, watch')
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addOption(yesOption())
    .addOption(intervalOption())
    .addHelpText(
      'after',
      '\nInterrupted at whatever moment, type the same again: it goes on, and makes no second upgrade.',
    )
    .addHelpText(
      'after',
      examples(
        [`upgrade ${exampleCustomer}`, 'asks before it creates'],
        [`upgrade ${exampleCustomer} --yes --json`, 'for scripts'],
      ),
    )
    .action(act(async () => (await import('../actions/upgrade.ts')).upgrade))
}
