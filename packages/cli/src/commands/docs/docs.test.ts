import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCli } from '../../../test/run-cli.ts'

const env = { NO_COLOR: '1', PARTNER_UPGRADES_DOCS: 'https://docs.example/upgrades' }

test.for([
  [[], 'https://docs.example/upgrades/'],
  [['900109'], 'https://docs.example/upgrades/faults/900109'],
  [['UpgradeInProgress'], 'https://docs.example/upgrades/faults/900109'],
  [['bulk'], 'https://docs.example/upgrades/commands/bulk'],
  [['complete'], 'https://docs.example/upgrades/commands/complete'],
  [['fleet', 'work'], 'https://docs.example/upgrades/commands/fleet-work'],
  [['fleet work'], 'https://docs.example/upgrades/commands/fleet-work'],
] as const)('docs %j prints %s', async ([topic, url]) => {
  expect(await runCli(['docs', ...topic], { env })).toMatchObject({ code: 0, stdout: `${url}\n`, stderr: '' })
})

test('a program gets the address as JSON', async () => {
  const { stdout } = await runCli(['docs', '900109', '--json'], { env })
  expect(JSON.parse(stdout)).toEqual({ event: 'docs', url: 'https://docs.example/upgrades/faults/900109' })
})

/** Creates a browser that records the address it is asked to open. */
function recordingBrowser(): { readonly path: string; readonly opened: () => string } {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'browser')
  writeFileSync(path, `#!/bin/sh\nprintf %s "$1" > ${folder}/opened\n`, { mode: 0o755 })
  return { path, opened: () => readFileSync(join(folder, 'opened'), 'utf8') }
}

test('at a terminal, the page opens in the browser', async () => {
  const { path, opened } = recordingBrowser()
  const ending = await runCli(['docs', '900109'], { env: { ...env, BROWSER: path }, terminal: 80 })
  expect(ending.code).toBe(0)
  expect(opened()).toBe('https://docs.example/upgrades/faults/900109')
})

test('in a pipe, no browser is opened', async () => {
  const { path, opened } = recordingBrowser()
  await runCli(['docs'], { env: { ...env, BROWSER: path } })
  expect(opened).toThrow('ENOENT')
})

test('if the browser cannot be opened, the address is still printed', async () => {
  const ending = await runCli(['docs'], { env: { ...env, BROWSER: '/nowhere/browser' }, terminal: 80 })
  expect(ending).toMatchObject({ code: 0, stdout: 'https://docs.example/upgrades/\n' })
  expect(ending.stderr).toContain('/nowhere/browser is missing')
})

test.for([
  ['a topic without a page', ['docs', 'elephants'], env, /no page about "elephants".*\n.*explain/],
  ['a command that is not in the group', ['docs', 'fleet', 'bulk'], env, /no page about "fleet bulk"/],
  ['a subcommand of a command that has none', ['docs', 'bulk', 'work'], env, /no page about "bulk work"/],
  ['a version that was not published', ['docs'], { NO_COLOR: '1' }, /does not know where.*\n.*PARTNER_UPGRADES_DOCS=/],
  ['an invalid address', ['docs'], { ...env, PARTNER_UPGRADES_DOCS: 'javascript:alert(1)' }, /is not the address/],
] as const)('%s is an error that says what to do', async ([, args, environment, says]) => {
  const ending = await runCli(args, { env: environment })
  expect(ending.code).toBe(2)
  expect(ending.stderr).toMatch(says)
})
