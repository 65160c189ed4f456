import type { AddCommand } from './command.ts'
import { customerHelp, exampleCustomer, examples, familyOption, parseCustomer } from './shared.ts'

export const addEligibility: AddCommand = (program, act) => {
  program
    .command('eligibility')
    .summary('ask whether a customer can be upgraded')
    .description('Asks whether a customer can be upgraded; if not, why. Changes nothing.')
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
