import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { UsageError } from '../usage-error.ts'

/** The values of options, by name. */
export type OptionValues<T extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ readonly args: string[]; readonly options: T; readonly allowPositionals: false }>
>['values']

/**
 * Reads the options of a command.
 *
 * @throws {UsageError} for an unknown option.
 */
export function parseOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T): OptionValues<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    throw new UsageError(`${message.split('. ')[0]}. See --help.`)
  }
}

/**
 * Returns the value of a required option.
 *
 * @throws {UsageError} if it is missing.
 */
export function demand(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`${name} is missing. See --help.`)
  return value
}

/**
 * Parses the value of a numeric option.
 *
 * @throws {UsageError} if it is not a whole number from 0 to `most`.
 */
export function wholeNumber(name: string, value: string, most: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= most) return number
  throw new UsageError(`${name} must be a whole number from 0 to ${most}, not ${JSON.stringify(value)}.`)
}
