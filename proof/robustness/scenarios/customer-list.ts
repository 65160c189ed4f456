import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../judge/judge.ts'
import type { Command } from '../machine/process.ts'
import type { Programs } from '../machine/programs.ts'
import type { ProcessRun } from '../machine/run-until-done.ts'
import type { Setup, Times } from './run-condition.ts'

/** The way to upgrade a list: with `bulk` of the command line, or with a program that calls `upgradeCustomers`. */
export type Interface = 'cli' | 'library'

/** A list of customers in its own folder. */
export interface CustomerList {
  readonly name: string
  readonly folder: string
  readonly file: string
  readonly customers: readonly string[]
}

/** Writes a list. */
export function writeList(parent: string, name: string, customers: readonly string[]): CustomerList {
  const folder = join(parent, name)
  mkdirSync(folder)
  const file = join(folder, 'customers.csv')
  writeFileSync(file, ['customerId', ...customers, ''].join('\n'))
  return { name, folder, file, customers }
}

/** Returns the command that upgrades a list. */
export function listCommand(
  { by, times }: { readonly by: Interface; readonly times: Times },
  programs: Programs,
  { command, service }: Setup,
  { file }: CustomerList,
  sender: string,
): Command {
  const { settle, timeout, lease, speed } = times
  if (by === 'cli') {
    const options = ['--settle-for', `${settle * speed}ms`, '--timeout', `${timeout * speed}ms`, '--polls', '6000']
    return command(programs.cli, ['bulk', file, '--yes', '--json', ...options], sender)
  }
  const client = {
    credential: sender,
    baseUrl: service.url,
    timeout: timeout * speed,
    settleFor: settle * speed,
    minPollDelay: 50 * speed,
    maxPollDelay: 50 * speed,
    maxRetryAfter: 2_000 * speed,
  }
  const options = { file, client, parallel: 16, pollsPerMinute: 6_000, lease: lease * speed }
  return command(programs.list, [JSON.stringify(options)], sender)
}

/** Whether a process finished its list. */
export function isListDone({ stdout }: Pick<ProcessRun, 'stdout'>): boolean {
  return stdout.includes('"event":"done"')
}

/** Reads the results of a list. */
export function readReports({ name, file, customers }: CustomerList): readonly Report[] {
  const path = file.replace(/csv$/, 'results.jsonl')
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
  const rows = new Map(
    lines.map((line) => {
      const { customerId, outcome, reason } = JSON.parse(line)
      return [customerId, { customerId, outcome, text: reason?.text, by: name }] as const
    }),
  )
  return customers.map((customerId) => rows.get(customerId) ?? { customerId, outcome: 'missing', by: name })
}
