import { parseArgs } from 'node:util'
import { MockUsageError } from '../contract/errors.ts'

/** What the command was told. */
export interface CliArguments {
  readonly port: number
  readonly host: string
  readonly scenario: string | undefined
  readonly admin: string | undefined
  readonly quiet: boolean
  readonly help: boolean
}

/** What `--help` prints. */
export const help = `A mock Partner Center for product upgrades, over HTTP.

  partner-upgrades-mocks [options]

  --port <number>      where to listen; 0 takes a free port   (default 4010)
  --host <address>     who may reach it                       (default 127.0.0.1, this machine alone)
  --scenario <file>    customers, upgrades and faults as JSON; read again whenever it changes
  --admin <path>       show the state as JSON at this path, with the
                       latest 100 exchanges                   (default: nowhere)
  --quiet              do not log each exchange
  --help               this text`

/**
 * Reads the command's arguments.
 *
 * @throws MockUsageError naming the options there are.
 */
export function parseArguments(args: readonly string[]): CliArguments {
  const { values } = parse(args)
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN
  if (!(port <= 65_535)) {
    throw new MockUsageError(`A port is a number from 0 to 65535, not "${values.port}".`)
  }
  if (values.admin !== undefined && !values.admin.startsWith('/')) {
    throw new MockUsageError(`A path starts with a slash: --admin /${values.admin}`)
  }
  const { host, scenario, admin, quiet, help } = values
  return { port, host, scenario, admin, quiet, help }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
        scenario: { type: 'string' },
        admin: { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new MockUsageError(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
  }
}
