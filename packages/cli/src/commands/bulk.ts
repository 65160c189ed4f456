import { InvalidArgumentError, Option } from 'commander'
import { parseDuration } from '../duration.ts'
import type { AddCommand } from './command.ts'
import { examples } from './shared.ts'

export const addBulk: AddCommand = (program, act) => {
  program
    .command('bulk')
    .description('Upgrade all customers of a file: CSV or JSON Lines with customerId, perhaps productFamily and name')
    .argument('<file>', 'the list of customers')
    .option('--dry-run', 'ask for eligibility only, and create nothing')
    .option('--only-failed', 'run again what ended without success, where that may help')
    .option('--out <folder>', 'where journal and results go (default: beside the file)')
    .addOption(countOption('--parallel <number>', 'customers at once, at most (default: 16)'))
    .addOption(
      countOption('--polls <number>', 'looks at running upgrades a minute, all workers together (default: 120)'),
    )
    .addOption(timeOption('--follow <time>', 'give up on the end of an upgrade after this long (default: 24h)'))
    .option('-y, --yes', 'create the upgrades without asking')
    .addHelpText(
      'after',
      '\nStopped at whatever moment, type the same again: it goes on, and upgrades nobody twice. Typed in several\nterminals, they share the work. Results are written when every customer is settled.',
    )
    .addHelpText(
      'after',
      examples(
        ['bulk customers.csv --dry-run', 'who can be upgraded'],
        ['bulk customers.csv', 'asks before it creates'],
        ['bulk customers.csv --only-failed --yes', 'once more'],
      ),
    )
    .action(act(async () => (await import('../actions/bulk.ts')).bulk))
}

function countOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
    throw new InvalidArgumentError('It is a whole number from 1.')
  })
}

function timeOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    const time = parseDuration(text)
    if (time) return time
    throw new InvalidArgumentError('A time is a number and a unit, such as 90m or 24h.')
  })
}
