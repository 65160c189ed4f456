import { InvalidArgumentError, Option } from 'commander'
import { CliError } from '../cli-error.ts'
import { parseDuration } from '../duration.ts'
import { exitCodes } from '../exit-codes.ts'
import { isGuid } from '../guid.ts'

/** Reads the customer's tenant ID. */
export const parseCustomer = guidParser('customer')

/** Reads the ID of an upgrade. */
export const parseUpgrade = guidParser('upgrade')

function guidParser(what: string): (text: string) => string {
  return (text) => {
    if (isGuid(text)) return text
    throw new CliError(exitCodes.usage, `The ${what} "${text}" is not a GUID.`, [
      `Type its ID, with hyphens and without braces: ${exampleCustomer}`,
    ])
  }
}

/** What the `<customer>` of a command is. */
export const customerHelp = "the customer's tenant ID, a GUID"

/** The customer of Microsoft's own examples. */
export const exampleCustomer = '4c721420-72ad-4708-a0a7-371a2f7b0969'

/** Options of every command about a customer. */
export interface FamilyOptions {
  readonly family: string
}

/** `--family`: what the customer is upgraded to. */
export function familyOption(): Option {
  return new Option('--family <name>', 'the product family').default('Azure').argParser((text) => {
    if (/^[ -~]+$/.test(text)) return text
    throw new InvalidArgumentError('A product family is plain text, such as Azure.')
  })
}

/** Options of every command that can create an upgrade. */
export interface ConsentOptions {
  readonly yes?: boolean
}

/** `--yes`: creates without asking. */
export function yesOption(): Option {
  return new Option('-y, --yes', 'create the upgrade without asking')
}

/** Examples at the end of a command's help: what to type, and what for. */
export function examples(...lines: readonly (readonly [typed: string, purpose: string])[]): string {
  const width = Math.max(...lines.map(([typed]) => typed.length))
  const text = lines.map(([typed, purpose]) => `  $ partner-upgrades ${typed.padEnd(width)}  ${purpose}`.trimEnd())
  return `\nExamples:\n${text.join('\n')}`
}

/** Options of every command that follows an upgrade. */
export interface IntervalOptions {
  /** Milliseconds. */
  readonly interval?: number
}

/** `--interval`: how often to look. */
export function intervalOption(): Option {
  return new Option(
    '--interval <time>',
    'look this often, such as 30s or 2m (default: from 5s, slowing down to 1m)',
  ).argParser((text) => {
    const interval = parseDuration(text)
    if (interval) return interval
    throw new InvalidArgumentError('A time is a number and a unit, such as 500ms, 30s or 2m.')
  })
}

/** What the `[upgrade]` of a command is. */
export const upgradeHelp = 'its ID (default: the one remembered, or else the one Partner Center has)'
