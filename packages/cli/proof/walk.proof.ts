// Upgrades 300 customers in a real terminal, from the first check to the sealed audit file, interrupted twice and without editing a file.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from 'vitest'
import { openPartnerCenter } from './partner-center.ts'
import { openTerminal } from './terminal.ts'

const run = promisify(execFile)

test.concurrent.for([80, 120])('on %i columns', { timeout: 900_000 }, async (columns, { expect, onTestFinished }) => {
  const { mock, env } = await openPartnerCenter(onTestFinished, { customers: 300 })
  const home = env.XDG_STATE_HOME ?? ''
  const terminal = await openTerminal('bash', columns, home, env)
  onTestFinished(terminal.close)
  const screens: string[] = []
  /** Runs a command, and checks that no line of its output is wider than the terminal. */
  async function enter(line: string): Promise<string> {
    const printed = await terminal.enter(line)
    screens.push(`$ ${line}\n${printed}`)
    for (const each of printed.split('\n')) expect(each.length).toBeLessThanOrEqual(columns)
    return printed
  }

  await enter('cd')
  expect(await enter('partner-upgrades check')).toMatch(/^✔ Credentials/)
  const listed = await enter('partner-upgrades customers --legacy-azure --output customers.csv')
  expect(listed).toMatch(/customers\.csv/)
  const count = readFileSync(join(home, 'customers.csv'), 'utf8').trim().split('\n').length - 1
  expect(count).toBeGreaterThan(200)

  expect(await enter('partner-upgrades bulk customers.csv --dry-run')).toMatch(/eligible/)
  // Both widths run at once: a distinct poll limit identifies the process of each.
  const polls = 520 + columns
  const bulk = `partner-upgrades bulk customers.csv --polls ${polls} --yes`

  // Ctrl-C while creates are in flight, then SIGKILL, as in a power cut.
  const stopped = enter(`${bulk}; echo "code $?"`)
  await terminal.see(/[3-9]\d of \d+ .* running/)
  await terminal.type('C-c')
  expect(await stopped).toMatch(/code 130$/)
  const killed = enter(`${bulk}; echo "code $?"`)
  await terminal.see(/1\d\d of \d+ .* running/)
  await run('pkill', ['-9', '-f', `^${process.execPath} .* bulk customers.csv --polls ${polls}`])
  expect(await killed).toMatch(/code 137$/)

  expect(await enter('partner-upgrades report customers.csv')).toMatch(/running|open/)
  expect(await enter(bulk)).toMatch(/✔ Done|✘ Done/)
  expect(await enter('partner-upgrades report customers.csv')).toMatch(/completed/)
  expect(await enter('partner-upgrades audit --verify customers.audit.jsonl')).toMatch(/✔/)
  console.log(screens.join('\n'))

  const upgraded = mock.snapshot().upgrades.map(({ customerId }) => customerId)
  expect(new Set(upgraded).size).toBe(upgraded.length)
  const results = readFileSync(join(home, 'customers.results.jsonl'), 'utf8').trim().split('\n').map(toResult)
  const completed = results.filter(({ outcome }) => outcome === 'completed').map(({ customerId }) => customerId)
  expect(completed.length).toBeGreaterThan(150)
  expect(upgraded).toEqual(expect.arrayContaining(completed))
})

function toResult(line: string): { readonly customerId: string; readonly outcome: string } {
  return JSON.parse(line)
}
