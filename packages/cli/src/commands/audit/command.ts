import type { AddCommand } from '../../command/command.ts'
import { examples } from '../../command/options.ts'

/** Adds the command `audit`. */
export const addAudit: AddCommand = (program, act) => {
  program
    .command('audit')
    .description('Verify the audit file of a list')
    .requiredOption('--verify <file>', 'the audit file')
    .addHelpText(
      'after',
      '\nSays which line was changed, added or removed since the file was written, and\nwhether the files that it names are still the same. The exit code is 1 if\nanything was changed. Sends nothing.',
    )
    .addHelpText('after', examples(['audit --verify customers.audit.jsonl', '']))
    .action(act(async () => (await import('./action.ts')).audit))
}
