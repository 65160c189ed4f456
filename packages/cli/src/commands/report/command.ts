import type { AddCommand } from '../../command/command.ts'
import { examples } from '../../command/options.ts'

/** Adds the command `report`. */
export const addReport: AddCommand = (program, act) => {
  program
    .command('report')
    .description('Report the progress of a list, even while it is running')
    .argument('<file>', 'the list that was given to bulk')
    .option('--dry-run', 'report on the dry run')
    .option('--out <folder>', 'folder of the journal (default: beside the file)')
    .addHelpText(
      'after',
      '\nReads the journal without taking part in the run, sends nothing, and needs no\ncredentials. Writes the HTML report so far beside the journal, as\nLIST.interim-report.html.',
    )
    .addHelpText('after', examples(['report customers.csv', ''], ['report customers.csv --json | jq .settled', '']))
    .action(act(async () => (await import('./action.ts')).report))
}
