import type { AddCommand } from '../../command/command.ts'
import { customerHelp, exampleCustomer, examples, familyOption, parseCustomer } from '../../command/options.ts'

/** Adds the command `eligibility`. */
export const addEligibility: AddCommand = (program, act) => {
  program
    .command('eligibility')
    .description('Check whether a customer can be upgraded')
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addHelpText(
      'after',
      examples(
        [`eligibility ${exampleCustomer}`, ''],
        [`eligibility ${exampleCustomer} --json | jq .isEligible`, 'true or false'],
      ),
    )
    .action(act(async () => (await import('./action.ts')).eligibility))
}
