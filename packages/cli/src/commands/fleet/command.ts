import { type Command, InvalidArgumentError, Option } from 'commander'
import type { AddCommand } from '../../command/command.ts'
import {
  countOption,
  examples,
  intervalOption,
  settleForOption,
  timeOption,
  timeoutOption,
} from '../../command/options.ts'

/** Adds the command `fleet` and its subcommands. */
export const addFleet: AddCommand = (program, act) => {
  const fleet = program
    .command('fleet')
    .description('Upgrade lists from many machines that share a PostgreSQL database')
    .addHelpText('after', about)
    .addHelpText(
      'after',
      examples(
        ['fleet init', 'once, and after each update'],
        ['fleet add customers.csv --partner contoso', 'asks before it adds'],
        ['fleet add north.csv --partner contoso --journal north.journal.jsonl', 'continues a list begun by bulk'],
        ['fleet work', 'on as many machines as you like'],
        ['fleet status --watch', ''],
        ['fleet results customers.csv --out results', ''],
      ),
    )
  const add = (name: string, description: string): Command =>
    fleet.command(name).description(description).addOption(databaseOption())
  const addForList = (name: string, description: string): Command =>
    add(name, description).argument('<list>', 'the name of the list, as status shows it')

  add('init', 'Create the tables, or bring them up to date').action(
    act(async () => (await import('./init/action.ts')).init),
  )
  add('add', 'Add a list of customers')
    .argument('<file>', 'the list: customer IDs, optionally names and product families')
    .requiredOption('--partner <name>', 'the partner tenant that the list belongs to; a new name adds one')
    .option('--name <name>', 'the name of the list (default: the name of the file)')
    .option('--dry-run', 'check eligibility only; create nothing')
    .option('--journal <path>', 'the journal of a list that bulk has begun: the fleet continues from there')
    .addOption(countOption('--ceiling <number>', 'requests a minute that this partner may send (default: measured)'))
    .option('--credential <name>', "the profile with the partner's credentials (default: the partner's name)")
    .option('-y, --yes', 'add it without asking')
    .action(act(async () => (await import('./add/action.ts')).add))
  add('work', 'Work on the lists until it is stopped')
    .addOption(new Option('--partner <name...>', 'only for these partners (default: all)'))
    .option('--profiles <folder>', 'the settings of each partner, in NAME.env (default: PARTNER_CENTER_PROFILES)')
    .addOption(countOption('--parallel <number>', 'customers of a partner to work on at once (default: 16)'))
    .addOption(
      timeOption('--lease <time>', 'time without a sign of life before other workers take over (default: 30s)'),
    )
    .addOption(intervalOption())
    .addOption(settleForOption())
    .addOption(timeoutOption())
    .addOption(timeOption('--follow <time>', 'stop following an upgrade after this long (default: 24h)'))
    .option('--until-done', 'end once no customer is left to work on')
    .addOption(
      new Option('--observe <address>', 'answer /healthz, /readyz and /metrics at [host:]port').argParser(parseAddress),
    )
    .action(act(async () => (await import('./work/action.ts')).work))
  add('status', 'Show partners, lists and workers')
    .option('--partner <name>', 'only of this partner')
    .addOption(
      timeOption('--watch [time]', 'show changes as they happen, polling at this interval (default: 2s)').preset('2s'),
    )
    .action(act(async () => (await import('./status/action.ts')).status))
  for (const [name, description] of steering)
    addForList(name, description).action(act(async () => (await import('./steer/action.ts'))[name]))
  addForList('retry', 'Reopen rows that failed and may succeed now')
    .option('-y, --yes', 'retry without asking')
    .action(act(async () => (await import('./retry/action.ts')).retry))
  for (const [name, description] of writing)
    addForList(name, description)
      .option('--out <folder>', 'the folder to write to (default: this one)')
      .option('--xlsx', 'write an Excel workbook, too')
      .action(act(async () => (await import('./results/action.ts'))[name]))
  add('prune', 'Delete lists that have ended, and their results')
    .addOption(countOption('--older-than <days>', 'days since the end of a list').makeOptionMandatory())
    .action(act(async () => (await import('./prune/action.ts')).prune))
}

const steering = [
  ['pause', 'Stop working on a list until it is resumed'],
  ['resume', 'Resume a list that was paused or cancelled'],
  ['cancel', 'Create nothing more for a list; follow existing upgrades'],
] as const

const writing = [
  ['results', 'Write the results of a list, finished or not'],
  ['report', 'Write the results and show the state of the list'],
  ['audit', 'Write the results and verify the seal of the audit file'],
] as const

const about = `
Needs PostgreSQL 15 or later, and the package @partner-upgrades/fleet. The
database is named by DATABASE_URL, such as postgres://user:password@host/name.
Leave the password out of --database: other users of the machine can see it.`

function databaseOption(): Option {
  return new Option('--database <url>', 'the database (default: DATABASE_URL)')
}

/** Parses `port`, `host:port` or `[host]:port`. */
function parseAddress(text: string): { readonly host?: string; readonly port: number } {
  const [, ipv6, name, digits = ''] = /^(?:(?:\[([\da-f:]+)\]|([\w.-]+)):)?(\d{1,5})$/i.exec(text) ?? []
  const host = ipv6 ?? name
  const port = Number(digits)
  if (digits !== '' && port <= 65_535) return { port, ...(host !== undefined && { host }) }
  throw new InvalidArgumentError('Use a port, or an address and a port, such as 9400 or 0.0.0.0:9400.')
}
