import { isGuid } from '@partner-upgrades/spec/guid'
import { InvalidArgumentError, Option } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { exitCodes } from '../process/exit-codes.ts'
import { parseDuration } from '../terminal/duration.ts'

/** Parses the customer's tenant ID. */
export const parseCustomer = guidParser('customer')

/** Parses the ID of an upgrade. */
export const parseUpgrade = guidParser('upgrade')

function guidParser(what: string): (text: string) => string {
  return (text) => {
    if (isGuid(text)) return text
    throw new CliError(exitCodes.usage, `The ${what} "${text}" is not a GUID.`, [
      `Use its ID, with hyphens and without braces: ${exampleCustomer}`,
    ])
  }
}

/** The help of the argument `<customer>`. */
export const customerHelp = "the customer's tenant ID, a GUID"

/** The customer of Microsoft's own examples. */
export const exampleCustomer = '4c721420-72ad-4708-a0a7-371a2f7b0969'

/** Options of every command about a customer. */
export interface FamilyOptions {
  /** The product family. */
  readonly family: string
}

/** `--family`: the product family of the upgrade. */
export function familyOption(): Option {
  return new Option('--family <name>', 'the product family').default('Azure').argParser((text) => {
    if (/^[ -~]+$/.test(text)) return text
    throw new InvalidArgumentError('A product family is plain text, such as Azure.')
  })
}

/** Options of every command that can create an upgrade. */
export interface ConsentOptions {
  /** Whether to create without asking. @default false */
  readonly yes?: boolean
}

/** `--yes`: creates without asking. */
export function yesOption(): Option {
  return new Option('-y, --yes', 'create the upgrade without asking')
}

/** Formats the examples at the end of a command's help: what to type, and its purpose. */
export function examples(...lines: readonly (readonly [typed: string, purpose: string])[]): string {
  const width = Math.max(...lines.map(([typed]) => typed.length))
  const text = lines.map(([typed, purpose]) => `  $ partner-upgrades ${typed.padEnd(width)}  ${purpose}`.trimEnd())
  return `\nExamples:\n${text.join('\n')}`
}

/** Options of every command that follows an upgrade. */
export interface IntervalOptions {
  /** Milliseconds between two polls of an upgrade. @default from 5000, slowing down to 60000 */
  readonly interval?: number
}

/** `--interval`: the time between two polls. */
export function intervalOption(): Option {
  return timeOption('--interval <time>', 'time between polls, such as 30s or 2m (default: 5s, slowing down to 1m)')
}

/** Options of every command that may have to settle a create in doubt. */
export interface SettleOptions {
  /** Milliseconds to look for the upgrade of a create in doubt before sending it again. @default 120000 */
  readonly settleFor?: number
  /** Milliseconds to wait for one response. @default 60000 */
  readonly timeout?: number
}

/** `--settle-for`: how long to look for an upgrade whose create is in doubt. */
export function settleForOption(): Option {
  return timeOption(
    '--settle-for <time>',
    'if the outcome is unclear, look for the upgrade this long before sending again (default: 2m)',
  )
}

/** `--timeout`: how long one attempt may take. */
export function timeoutOption(): Option {
  return timeOption('--timeout <time>', 'how long to wait for an answer (default: 60s)')
}

/** An option that takes a time with its unit. */
export function timeOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    const time = parseDuration(text)
    if (time) return time
    throw new InvalidArgumentError('A time is a number and a unit, such as 500ms, 30s or 2m.')
  })
}

/** An option that takes a whole number of 1 or more. */
export function countOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
    throw new InvalidArgumentError('Use a whole number of 1 or more.')
  })
}

/** The help of the argument `[upgrade]`. */
export const upgradeHelp = 'its ID (default: the one last used, or the one Partner Center reports)'
