import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { runCli } from '../../test/run-cli.ts'

test('without the fleet package, the installed program says how to install it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'without-fleet-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const scope = join(root, 'node_modules/@partner-upgrades')
  mkdirSync(scope, { recursive: true })
  const packages = fileURLToPath(new URL('../../..', import.meta.url))
  for (const part of ['package.json', 'dist']) {
    cpSync(join(packages, 'cli', part), join(scope, 'cli', part), { recursive: true })
  }
  for (const name of ['spec', 'client', 'bulk', 'credentials']) symlinkSync(join(packages, name), join(scope, name))
  const args = ['--conditions=@partner-upgrades/source', join(scope, 'cli/dist/main.js'), 'fleet', 'status']
  // nx may set FORCE_COLOR, which would put escape sequences into the message.
  const { FORCE_COLOR, ...env } = process.env
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...env, DATABASE_URL: 'postgres://owner@127.0.0.1/postgres' },
  })
  expect(stderr).toMatch(/^✘ The package for fleets is not installed\.\n.*npm install -g @partner-upgrades\/fleet\n$/)
  expect(status).toBe(2)
})

test('the container, the compose file and the manifest run commands with options that exist', async () => {
  const textOf = (name: string): string =>
    readFileSync(
      fileURLToPath(import.meta.resolve(`@partner-upgrades/fleet/package.json`)).replace(
        'package.json',
        `deploy/${name}`,
      ),
      'utf8',
    )
  const commands = ['Dockerfile', 'compose.yaml', 'kubernetes.yaml']
    .flatMap((name) => [...textOf(name).matchAll(/(?:^CMD|command:|args:) \[("?fleet"?, .*)\]/gm)])
    .map(([, words = '']) => words.split(', ').map((word) => word.replaceAll('"', '')))
  expect(commands).toHaveLength(4)
  for (const words of commands) {
    // Without a database, the command line is parsed, and then nothing is done.
    const { output } = await runCli(words, { env: {} })
    expect(output).toContain('No database is named.')
  }
})
