import type { AddCommand } from '../../command/command.ts'
import { examples } from '../../command/options.ts'

/** Adds the command `explain`. */
export const addExplain: AddCommand = (program, act) => {
  program
    .command('explain')
    .description('Explain an error code of Partner Center or Entra, and what to do about it')
    .argument('[code]', 'code or name of a fault, or an AADSTS code (default: list the faults)')
    .addHelpText(
      'after',
      examples(['explain 900105', ''], ['explain AADSTS53003', ''], ['explain', 'all faults of upgrades']),
    )
    .action(act(async () => (await import('./action.ts')).explain))
}
