import { parseArgs } from 'node:util'
import { MockUsageError, reasonOf } from '../contract/errors.ts'

/** The arguments of the command. */
export interface CliArguments {
  /** TCP port; 0 picks a free one. */
  readonly port: number
  /** Host name or address to bind to. */
  readonly host: string
  /** Path of the scenario file. */
  readonly scenario: string | undefined
  /** How many customers to make up; undefined leaves it to the scenario. */
  readonly customers: number | undefined
  /** Path under which the state is served. */
  readonly admin: string | undefined
  /** Origins whose pages may read the state. */
  readonly adminOrigins: readonly string[]
  /** Host names, besides localhost, under which the state is served. */
  readonly adminHosts: readonly string[]
  /** Whether to leave out the line for each request. */
  readonly quiet: boolean
  /** Whether to print the help and do nothing else. */
  readonly help: boolean
}

/** The text that `--help` prints. */
export const help = `Run a mock Partner Center for product upgrades over HTTP.

  partner-upgrades-mocks [options]

  --port <number>      port to listen on; 0 takes a free one  (default 4010)
  --host <address>     address to bind to                     (default 127.0.0.1: this machine only)
  --scenario <file>    customers, upgrades and faults as JSON; reloaded when it changes
  --customers <number> make up this many customers            (default: any ID is a customer)
  --admin <path>       serve the state and the latest 100 requests
                       as JSON at this path, and let programs on this
                       machine steer the mock there           (default: off)
  --admin-origin <origin>
                       let pages of this origin read the state; repeatable
  --admin-host <name>  serve the state under this host name, besides localhost
                       and IP addresses; repeatable
  --quiet              do not log requests
  --help               show this help

Steer a mock that runs with --admin /state:

  partner-upgrades-mocks advance <duration>    advance its clock: 90s, 10m, 1h
  partner-upgrades-mocks inject <preset>       inject a fault, with the options that a scenario's
                                               faults have: --operation <id>, --nth <number>
  partner-upgrades-mocks customers add <file>  add customers, a JSON array
  partner-upgrades-mocks customers set <file or number>
                                               replace all customers, or make up this many
  partner-upgrades-mocks reset                 start over; the clock keeps its time
  partner-upgrades-mocks state                 print the state

  --url <url>          URL of its state  (default http://127.0.0.1:4010/state)`

/**
 * Reads the command's arguments.
 *
 * @throws MockUsageError if an argument is invalid; for an unknown option, the message includes the help.
 */
export function parseArguments(args: readonly string[]): CliArguments {
  const { values } = parse(args)
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN
  if (!(port <= 65_535)) {
    throw new MockUsageError(`The port must be a number from 0 to 65535, not "${values.port}".`)
  }
  if (values.admin !== undefined && !values.admin.startsWith('/')) {
    throw new MockUsageError(`The path must start with a slash: --admin /${values.admin}`)
  }
  const customers = values.customers === undefined ? undefined : Number(values.customers)
  if (customers !== undefined && !/^\d{1,9}$/.test(values.customers ?? '')) {
    throw new MockUsageError(`--customers must be a number, not "${values.customers}".`)
  }
  const { host, scenario, admin, quiet, help } = values
  const { 'admin-origin': adminOrigins, 'admin-host': adminHosts } = values
  return { port, host, scenario, customers, admin, adminOrigins, adminHosts, quiet, help }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
        scenario: { type: 'string' },
        customers: { type: 'string' },
        admin: { type: 'string' },
        'admin-origin': { type: 'string', multiple: true, default: [] },
        'admin-host': { type: 'string', multiple: true, default: [] },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new MockUsageError(`${reasonOf(error)}\n\n${help}`)
  }
}
