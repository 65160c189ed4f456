import { Option } from 'commander'
import type { AddCommand } from '../../command/command.ts'
import { countOption, examples, settleForOption, timeOption, timeoutOption } from '../../command/options.ts'

/** Adds the command `bulk`. */
export const addBulk: AddCommand = (program, act) => {
  program
    .command('bulk')
    .description('Upgrade every customer in a CSV, JSON or .xlsx file')
    .argument('<file>', 'the list: customer IDs, optionally names and product families')
    .option('--dry-run', 'check eligibility only; create nothing')
    .addOption(
      new Option('--again', 'with --dry-run: check all customers again, even those already checked').conflicts(
        'onlyFailed',
      ),
    )
    .option('--only-failed', 'rerun the customers that failed and may succeed now')
    .option('--out <folder>', 'folder for journal and results (default: beside the file)')
    .option('--xlsx', 'write the results as an Excel workbook, too')
    .addOption(
      countOption(
        '--limit <number>',
        'create at most this many upgrades in this run; the rest is left for the next',
      ).conflicts('dryRun'),
    )
    .option('--start-at <time>', 'create nothing before this time, such as 2026-12-05T22:00+01:00')
    .option('--between <hours>', 'create only in these hours, such as "22:00-06:00 Europe/Berlin"')
    .addOption(countOption('--parallel <number>', 'customers to work on at once (default: 16)'))
    .addOption(countOption('--polls <number>', 'polls per minute, for all workers together (default: 120)'))
    .addOption(timeOption('--follow <time>', 'stop following an upgrade after this long (default: 24h)'))
    .option('--notify <url>', 'POST a short JSON note to this webhook at the end, and when an outage begins')
    .addOption(settleForOption())
    .addOption(timeoutOption())
    .option('-y, --yes', 'create the upgrades without asking')
    .addHelpText(
      'after',
      '\nThe list may be an export of Partner Center or its PowerShell module, an Excel\nworkbook, JSON, a plain list of IDs, or the results of an earlier run. Other\ncolumns are ignored.\n\nStop it at any time and rerun the same command: it resumes and never upgrades a\ncustomer twice. Run it in several terminals to share the work. Results are\nwritten once every customer is settled.',
    )
    .addHelpText(
      'after',
      examples(
        ['bulk customers.csv --dry-run', 'see who can be upgraded'],
        ['bulk customers.csv', 'asks before it creates'],
        ['bulk customers.csv --limit 50 --yes', 'upgrade the next 50; rerun for more'],
        ['bulk customers.csv --between 22:00-06:00', 'create at night, wait by day'],
        ['bulk customers.csv --only-failed --yes', 'retry what failed'],
      ),
    )
    .action(act(async () => (await import('./action.ts')).bulk))
}
