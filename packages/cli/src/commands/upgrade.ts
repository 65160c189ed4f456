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
    .summary('all the way: eligibility, ensure, watch')
    .description(
      'Takes a customer all the way: asks whether it can be upgraded, creates the upgrade unless there is one, and follows it to its end. Interrupted at whatever moment, type the same again: it goes on.',
    )
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addOption(yesOption())
    .addOption(intervalOption())
    .addHelpText(
      'after',
      examples(
        [`upgrade ${exampleCustomer}`, 'asks before it creates'],
        [`upgrade ${exampleCustomer} --yes --json`, 'for scripts'],
      ),
    )
    .action(act(async () => (await import('../actions/upgrade.ts')).upgrade))
}
