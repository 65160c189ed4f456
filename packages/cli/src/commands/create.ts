import type { AddCommand } from './command.ts'
import { customerHelp, exampleCustomer, examples, familyOption, parseCustomer, yesOption } from './shared.ts'

export const addCreate: AddCommand = (program, act) => {
  program
    .command('create')
    .summary('create an upgrade')
    .description(
      'Creates an upgrade. Refused if the customer has one already. Typed again after a crash, it makes no second one.',
    )
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addOption(yesOption())
    .addHelpText(
      'after',
      examples([`create ${exampleCustomer}`, 'asks first'], [`create ${exampleCustomer} --yes`, 'for scripts']),
    )
    .action(act(async () => (await import('../actions/create.ts')).create))
}
