import type { AddCommand } from './command.ts'
import { customerHelp, exampleCustomer, examples, familyOption, parseCustomer, yesOption } from './shared.ts'

export const addEnsure: AddCommand = (program, act) => {
  program
    .command('ensure')
    .description('Create an upgrade, unless there is one')
    .argument('<customer>', customerHelp, parseCustomer)
    .addOption(familyOption())
    .addOption(yesOption())
    .addHelpText('after', '\nCan be typed as often as you like.')
    .addHelpText('after', examples([`ensure ${exampleCustomer} --yes --json | jq -r .upgradeId`, 'the upgrade']))
    .action(act(async () => (await import('../actions/create.ts')).ensure))
}
