// The program in a real terminal, whose screen must match the README.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type TestContext, test } from 'vitest'
import { consoleBlocks, likeShown } from '../test/console-blocks.ts'
import { openPartnerCenter, type PartnerCenter } from './partner-center.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

/** Opens a terminal with a Partner Center mock behind it. */
async function open(
  { onTestFinished }: TestContext,
  columns: number,
  env: Record<string, string> = {},
): Promise<PartnerCenter & { terminal: Terminal }> {
  const partnerCenter = await openPartnerCenter(onTestFinished)
  const home = partnerCenter.env.XDG_STATE_HOME ?? ''
  const terminal = await openTerminal('bash', columns, home, { ...partnerCenter.env, ...env })
  onTestFinished(terminal.close)
  return Object.assign(partnerCenter, { terminal })
}

test('every command in the README prints what the README shows', async (context) => {
  const { terminal, env } = await open(context, 80)
  const ids = [1, 2, 3].map(() => crypto.randomUUID())
  writeFileSync(join(env.XDG_STATE_HOME ?? '', 'customers.csv'), `customerId\n${ids.join('\n')}\n`)
  await terminal.enter('cd')
  const all = consoleBlocks(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))
  // Left out: JSON, whose lines the terminal wraps; the sign-in, which has its own proof; and lists, which take minutes,
  // with the reports and audit files that need them.
  const signIn = all.findIndex(({ command }) => /^unset/.test(command))
  const shown = all
    .slice(0, signIn)
    .filter(
      ({ command }) =>
        /^partner-upgrades/.test(command) && !/--json|bulk .*--yes|partner-upgrades (report|audit) /.test(command),
    )
  expect(shown.length).toBeGreaterThan(8)
  for (const { command, output } of shown) {
    const asked = output.includes('Type yes')
    const answering = asked && terminal.see(/upgrade: $|upgrade:$/).then(() => terminal.type('yes', 'Enter'))
    const printed = await terminal.enter(command)
    await answering
    expect([command, ...likeShown(printed, output.trimEnd())]).toEqual([command, ...output.trimEnd().split('\n')])
  }
})

test('while the command waits, a line shows for what and how long, and is removed afterwards', async (context) => {
  const { terminal } = await open(context, 120)
  const following = terminal.see(/● Pending .*\n. Following the upgrade, \d+ s$/)
  const printed = await terminal.enter(`partner-upgrades upgrade ${customerId} --yes --interval 3s`)
  await following
  expect(printed).not.toContain('Following')
  expect(printed).toMatch(/● InProgress .*\n✔ Completed .*\n\nFROM/)
})

test('a CI job with a terminal gets events, and no redrawn line', async (context) => {
  const { terminal } = await open(context, 120)
  const printed = await terminal.enter(`CI=true partner-upgrades upgrade ${customerId} --yes --interval 1s`)
  expect(printed).not.toContain('Following')
  expect(printed).toMatch(/● Pending .*\n● InProgress .*\n✔ Completed .*\n\nFROM/)
})

test('Ctrl-C ends the command at the question and while it waits, and restores the terminal', async (context) => {
  const { terminal, mock } = await open(context, 80)
  const line = `partner-upgrades upgrade ${customerId} --interval 30s`
  const refusing = terminal.see(/Type yes/).then(() => terminal.type('C-c'))
  expect(await terminal.enter(line)).toMatch(/✘ Interrupted\. Nothing was created\.$/)
  await refusing
  expect(await terminal.enter('echo $?')).toBe('0')
  expect(mock.snapshot().upgrades).toHaveLength(0)

  const watching = terminal.enter(`${line} --yes; echo "code $?"; stty -a | grep -o ' echo '`)
  await terminal.see(/Following/)
  await terminal.type('C-c')
  expect(await watching).toMatch(/✘ Interrupted\.\n(.*\n)*code 130\n echo/)
  expect(await terminal.enter(`partner-upgrades status ${customerId}`)).toMatch(/^● (Pending|InProgress)/)
})

test('output is colored, and plain with NO_COLOR', async (context) => {
  const { terminal } = await open(context, 80)
  const line = `partner-upgrades eligibility ${customerId}`
  await terminal.enter(line)
  const green = '\u001b[32m'
  expect(await terminal.screen(true)).toContain(`${green}✔`)
  await terminal.enter(`NO_COLOR=1 ${line}`)
  expect(await terminal.screen(true)).not.toContain(green)
})
