// Installs the package from its tarball as a user does, offline and with only its declared dependencies, and runs its command.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

const run = promisify(execFile)
const workspace = join(import.meta.dirname, '../..')
const consumer = mkdtempSync(join(tmpdir(), 'consumer-'))
const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

beforeAll(async () => {
  await run(process.execPath, [join(workspace, 'node_modules', '@typescript', 'native', 'bin', 'tsc'), '-b'], {
    cwd: join(workspace, 'packages/contract-tests'),
  })
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const folders = [
    'packages/spec',
    'packages/client',
    'packages/spec-diff',
    'packages/negative-tests',
    'packages/contract-tests',
    'node_modules/openapi-fetch',
    'node_modules/openapi-typescript-helpers',
    'node_modules/api-smart-diff',
    'node_modules/allof-merge',
    'node_modules/json-crawl',
    'node_modules/yaml',
  ]
  const from = folders.map((folder) => join(workspace, folder))
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', consumer, ...from])
  const packed: Readonly<Record<string, { readonly filename: string }>> = JSON.parse(stdout)
  const tarballs = Object.values(packed).map(({ filename }) => `./${filename}`)
  await run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', ...tarballs], { cwd: consumer })
})
afterAll(() => rmSync(consumer, { recursive: true }))

function command(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const env = { ...process.env, PARTNER_CENTER_TOKEN: 'the-token', PARTNER_CENTER_CUSTOMER_ID: customerId }
  return run('npx', ['--offline', 'partner-upgrades-contract-tests', ...args], { cwd: consumer, env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  )
}

test('the installed command verifies that our mocks conform', async () => {
  const server = await startMockServer(createPartnerCenterMock({ customers: [{ id: customerId }] }))
  onTestFinished(() => server.close())
  const { code, output } = await command('verify', '--base-url', server.url, '--allow-writes', '--max-rps', '10000')
  expect(output).toMatch(/\b(\d+) of \1 {2}served on request/)
  expect(output).toMatch(/\b0 {2}failed/)
  expect(code).toBe(0)
})

test('an unreachable provider is one line and exit code 2', async () => {
  const { code, output } = await command('verify', '--base-url', 'http://127.0.0.1:1')
  expect(output.trim().split('\n')).toEqual([expect.stringContaining('cannot be reached')])
  expect(code).toBe(2)
})

test('a pinned copy in YAML is compared with the installed specification', async () => {
  const installed = readFileSync(
    join(consumer, 'node_modules/@partner-upgrades/spec/src/generated/openapi.yaml'),
    'utf8',
  )
  expect((await command('compare', pinned('same.yaml', installed))).output.trim()).toBe('No changes.')
  const withMore = installed.replace(/^( +)isEligible:\n/m, '$1wasEligible:\n$1  type: boolean\n$&')
  const { code, output } = await command('compare', pinned('more.yaml', withMore))
  expect(output).toContain('breaking  checkProductUpgradeEligibility 200  `wasEligible` is gone')
  expect(code).toBe(1)
  expect((await command('compare', 'nowhere.yaml')).code).toBe(2)
})

function pinned(name: string, text: string): string {
  writeFileSync(join(consumer, name), text)
  return name
}
