import type { AddCommand } from './command.ts'
import { examples } from './shared.ts'

export const addExplain: AddCommand = (program, act) => {
  program
    .command('explain')
    .description('What a fault code means, and what to do')
    .argument('[code]', 'the code or name of a fault (default: all of them)')
    .addHelpText('after', examples(['explain 900105', ''], ['explain', 'all faults of upgrades']))
    .action(act(async () => (await import('../actions/explain.ts')).explain))
}
