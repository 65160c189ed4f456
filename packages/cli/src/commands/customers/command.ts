import type { AddCommand } from '../../command/command.ts'
import { examples, timeoutOption } from '../../command/options.ts'

/** Adds the command `customers`. */
export const addCustomers: AddCommand = (program, act) => {
  program
    .command('customers')
    .description('List your customers, as a table or as a list for bulk')
    .option('--legacy-azure', 'only those who still have legacy Azure subscriptions')
    .option('--agreement', 'show who has accepted the Microsoft Customer Agreement')
    .option('--company <text>', 'only companies whose names start with this text')
    .option('--output <file>', 'write the list to a CSV file that bulk accepts')
    .addOption(timeoutOption())
    .addHelpText(
      'after',
      '\nLists the customers you sell to, as only they can be upgraded by you. Changes\nnothing. --legacy-azure and --agreement ask about each customer, at most 480\ntimes a minute: for 1,000 customers, allow a few minutes.',
    )
    .addHelpText(
      'after',
      examples(
        ['customers', ''],
        ['customers --legacy-azure --output customers.csv', 'then: bulk customers.csv --dry-run'],
        ['customers --agreement --json', 'a line per customer'],
      ),
    )
    .action(act(async () => (await import('./action.ts')).customers))
}
