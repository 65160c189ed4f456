import type { AddCommand } from './command.ts'
import { customerHelp, exampleCustomer, examples, familyOption, parseCustomer } from './shared.ts'

export const addEligibility: AddCommand = (program, act) => {
  program
    .command('eligibility')
    .description('Ask whether a customer can be upgraded')
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addHelpText(
      'after',
      examples(
        [`eligibility ${exampleCustomer}`, ''],
        [`eligibility ${exampleCustomer} --json | jq .isEligible`, 'true or false'],
      ),
    )
    .action(act(async () => (await import('../actions/eligibility.ts')).eligibility))
}
