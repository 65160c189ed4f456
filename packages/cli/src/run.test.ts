import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runCli } from '../test/run-cli.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

test.for(['--version', '-V'])('%s prints the version', async (flag) => {
  expect(await runCli([flag])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('without a command, the help is printed', async () => {
  const help = await runCli(['--help'])
  expect(await runCli([])).toEqual(help)
  expect(help.stdout).toMatch(/^Usage: partner-upgrades.*^Commands:.*^Environment:.*^Exit codes:/ms)
  expect(help).toMatchObject({ code: 0, stderr: '' })
})
