import { parseArgs } from 'node:util'
import { MockUsageError, reasonOf, unknownName } from '../contract/errors.ts'
import { readJson } from '../input/json.ts'
import schema from '../scenario/scenario.schema.json' with { type: 'json' }
import { readScenario } from './read-scenario.ts'

/** A parsed command to a running mock. */
export interface SteeringArguments {
  /** The name of the command. */
  readonly command: SteeringCommand
  /** The command's positional arguments. */
  readonly words: readonly string[]
  /** The URL of the state. */
  readonly url: string
  /** The request to send; undefined to read the state. */
  readonly request: object | undefined
}

/** The commands that steer a running mock. */
export type SteeringCommand = 'advance' | 'customers' | 'inject' | 'reset' | 'state'

/** The usage line of each command. */
const usage: Readonly<Record<SteeringCommand, string>> = {
  state: 'state',
  advance: 'advance <duration>',
  inject: 'inject <preset> [options]',
  customers: 'customers add <file>, or customers set <file or number>',
  reset: 'reset',
}

/**
 * Parses the arguments of a command to a running mock.
 *
 * @throws MockUsageError with the command's usage.
 */
export function parseSteering([name = '', ...args]: readonly string[]): SteeringArguments {
  if (!isSteeringCommand(name)) throw unknownName('command', name, Object.keys(usage))
  const { values, positionals } = parse(name, args)
  const { url = 'http://127.0.0.1:4010/state', ...options } = values
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new MockUsageError(
      `--url must be the URL of the mock's state, such as http://127.0.0.1:4010/state, not "${url}".`,
    )
  return { command: name, words: positionals, url, request: requestOf(name, positionals, options) }
}

function isSteeringCommand(name: string): name is SteeringCommand {
  return Object.hasOwn(usage, name)
}

function requestOf(
  command: SteeringCommand,
  words: readonly string[],
  options: Readonly<Record<string, string | undefined>>,
): object | undefined {
  const [first, second = ''] = words
  const count = { state: 0, reset: 0, advance: 1, inject: 1, customers: 2 }[command]
  if (words.length !== count || first === '') throw misused(command)
  switch (command) {
    case 'state':
      return undefined
    case 'reset':
      return { reset: true }
    case 'advance':
      return { advance: toValue(first, schema.$defs.duration) }
    case 'inject':
      return { inject: { preset: first, ...faultOf(options) } }
    case 'customers':
      if (first !== 'add' && first !== 'set') throw misused(command)
      return {
        customers: {
          [first]: first === 'set' && /^\d+$/.test(second) ? Number(second) : readJson(readScenario(second), second),
        },
      }
  }
}

function misused(command: SteeringCommand): MockUsageError {
  return new MockUsageError(`Usage: partner-upgrades-mocks ${usage[command]} [--url <url>]`)
}

const { preset, ...faultProperties } = schema.$defs.fault.properties
const faultNames = new Map(Object.keys(faultProperties).map((name) => [toOption(name), name]))

function toOption(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The options of a fault, each with the type in its schema: a code is text even if it consists of digits. */
function faultOf(options: Readonly<Record<string, string | undefined>>): object {
  const schemas: Readonly<Record<string, object>> = faultProperties
  return Object.fromEntries(
    Object.entries(options).map(([option, text]) => {
      const name = faultNames.get(option) ?? option
      return [name, toValue(text, schemas[name] ?? {})]
    }),
  )
}

/** Converts numeric text to a number if the schema allows numbers. */
function toValue(text: string | undefined, schema: { readonly type?: unknown }): unknown {
  const isText = schema.type === 'string'
  return isText || text === undefined || !/^-?\d+(?:\.\d+)?$/.test(text) ? text : Number(text)
}

function parse(command: SteeringCommand, args: readonly string[]) {
  const own = command === 'inject' ? [...faultNames.keys()] : []
  try {
    const options = Object.fromEntries(['url', ...own].map((name) => [name, { type: 'string' as const }]))
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    return { values, positionals }
  } catch (error) {
    const known = own.length === 0 ? '' : `\nOptions: ${own.map((name) => `--${name}`).join(', ')}`
    throw new MockUsageError(`${reasonOf(error)}\n${misused(command).message}${known}`)
  }
}
