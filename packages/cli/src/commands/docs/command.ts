import type { AddCommand } from '../../command/command.ts'
import { examples } from '../../command/options.ts'

/** Adds the command `docs`. */
export const addDocs: AddCommand = (program, act) => {
  program
    .command('docs')
    .description('Open the documentation, or its page about a fault or a command')
    .argument('[topic...]', 'code or name of a fault, or a command')
    .addHelpText('after', '\nPrints the address, and opens it if there is a browser.')
    .addHelpText(
      'after',
      examples(
        ['docs', ''],
        ['docs 900109', 'the page of this fault'],
        ['docs fleet work', 'the page of this command'],
      ),
    )
    .action((topic: readonly string[]) => act(async () => (await import('./action.ts')).docs)(topic, program))
}
