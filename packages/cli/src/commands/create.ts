import type { AddCommand } from './command.ts'
import { customerHelp, exampleCustomer, examples, familyOption, parseCustomer, yesOption } from './shared.ts'

export const addCreate: AddCommand = (program, act) => {
  program
    .command('create')
    .description('Create an upgrade')
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addOption(yesOption())
    .addHelpText(
      'after',
      '\nRefused if the customer has one already. After a crash, type the same again: it makes no second upgrade.',
    )
    .addHelpText(
      'after',
      examples([`create ${exampleCustomer}`, 'asks first'], [`create ${exampleCustomer} --yes`, 'for scripts']),
    )
    .action(act(async () => (await import('../actions/create.ts')).create))
}
