// Breaks a copy of the workspace on purpose, and checks that the command that guards against the mistake fails and says why.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyWorkspace } from './workspace-copy.ts'

const run = promisify(execFile)
let copy = ''

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'workspace-'))
  await copyWorkspace(copy)
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

interface Outcome {
  readonly code: number
  readonly output: string
}

function npm(script: string): Promise<Outcome> {
  return start('npm', ['run', script])
}

/** Runs `npm run packages:check` without its build: rebuilding the broken copy would show nothing more. */
function packagesCheck(name: string): Promise<Outcome> {
  return start(process.execPath, ['tools/packages/main.ts', 'check', name])
}

function start(file: string, args: readonly string[]): Promise<Outcome> {
  return run(file, args, {
    cwd: copy,
    maxBuffer: 1e8,
    env: { ...process.env, NO_COLOR: '1' },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  )
}

async function broken(
  file: string,
  change: (text: string) => string,
  guard: string | (() => Promise<Outcome>),
): Promise<Outcome> {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  const changed = change(original)
  expect(changed, `${file} is changed`).not.toBe(original)
  writeFileSync(path, changed)
  try {
    return await (typeof guard === 'string' ? npm(guard) : guard())
  } finally {
    writeFileSync(path, original)
  }
}

describe('untouched, each command passes', () => {
  test.for(['lint', 'generate:check', 'typecheck', 'build', 'packages:check'])('npm run %s', async (script) => {
    const { code, output } = await npm(script)
    expect(code, output).toBe(0)
  })
})

describe('broken on purpose, each command fails and says why', () => {
  test('npm run lint: an example that contradicts its schema', async () => {
    const wrong = (text: string) => text.replace(/"isEligible": true/, '"isEligible": "yes"')
    const { code, output } = await broken(
      'packages/spec/exchanges/checkProductUpgradeEligibility.en.yaml',
      wrong,
      'lint',
    )
    expect(output).toMatch(/isEligible.*boolean/)
    expect(code).not.toBe(0)
  })

  test('npm run lint: a token that was left in an exchange', async () => {
    const left = (text: string) => text.replace('Bearer <token>', `Bearer ${'0123456789abcdef'.repeat(2)}`)
    const { code, output } = await broken('packages/spec/exchanges/getProductUpgradeStatus.fr.yaml', left, 'lint')
    expect(output).toMatch(/no-secrets +This looks like a credential/)
    expect(code).not.toBe(0)
  })

  test('npm run generate:check: a property renamed in the YAML', async () => {
    const renamed = (text: string) => text.replace(/^ {2}upgradeId:/m, '  upgradeIdentifier:')
    const file = 'packages/spec/components/schemas/ProductUpgradesEligibility.yaml'
    const { code, output } = await broken(file, renamed, 'generate:check')
    expect(output).toMatch(/types\.ts/)
    expect(output).toMatch(/npm run generate/)
    expect(code).not.toBe(0)
  })

  test('npm run typecheck: a type error', async () => {
    const wrong = (text: string) => `${text}\nexport const wrong: number = 'text'\n`
    const { code, output } = await broken('packages/client/src/index.ts', wrong, 'typecheck')
    expect(output).toMatch(/packages\/client|client.*error TS2322/s)
    expect(code).not.toBe(0)
  })

  test('npm run build: a missing export', async () => {
    const without = (text: string) => text.replace(/\bcontractHash\b,?/, '')
    const { code, output } = await broken('packages/spec/src/index.ts', without, 'build')
    expect(output).toMatch(/error TS\d+.*contractHash/)
    expect(code).not.toBe(0)
  })
})

describe('broken on purpose, npm run packages:check fails and says why', () => {
  beforeAll(async () => {
    const { code, output } = await npm('build')
    expect(code, output).toBe(0)
  })

  test('a stray file in a tarball', async () => {
    const file = 'packages/spec/rules/customers.csv'
    writeFileSync(join(copy, file), 'customer,token\n')
    const { code, output } = await packagesCheck('lists').finally(() => rmSync(join(copy, file)))
    expect(output).toMatch(/@partner-upgrades\/spec: rules\/customers\.csv is in the tarball and not on the list/)
    expect(code).not.toBe(0)
  })

  test('an entry without types', async () => {
    const file = 'packages/mocks/src/extra.js'
    writeFileSync(join(copy, file), 'export const extra = 1\n')
    const untyped = (text: string) =>
      text.replace('"./core": {', '"./extra": { "default": "./src/extra.js" },\n    "./core": {')
    const { code, output } = await broken('packages/mocks/package.json', untyped, () => packagesCheck('attw')).finally(
      () => rmSync(join(copy, file)),
    )
    expect(output).toMatch(/@partner-upgrades\/mocks: \.\/extra: UntypedResolution/)
    expect(code).not.toBe(0)
  })

  test('types of an entry that are missing from the tarball', async () => {
    const missing = (text: string) => text.replace('./dist/generated/faults.d.ts', './dist/generated/fault.d.ts')
    const { code, output } = await broken('packages/spec/package.json', missing, () => packagesCheck('publint'))
    expect(output).toMatch(/@partner-upgrades\/spec: .*fault\.d\.ts but the file does not exist/)
    expect(code).not.toBe(0)
  })

  test('a dependency that nothing uses', async () => {
    const unused = (text: string) => text.replace('"dependencies": {', '"dependencies": {\n    "picocolors": "1.1.1",')
    const { code, output } = await broken('packages/client/package.json', unused, () => packagesCheck('knip'))
    expect(output).toMatch(/Unused dependencies[\s\S]*picocolors +packages\/client\/package\.json/)
    expect(code).not.toBe(0)
  })

  test('a peer dependency on a package of ours', async () => {
    const peer = (text: string) =>
      text.replace('"peerDependencies": {', '"peerDependencies": {\n    "@partner-upgrades/spec": "*",')
    const { code, output } = await broken('packages/client/package.json', peer, () => packagesCheck('manifests'))
    expect(output).toMatch(/@partner-upgrades\/client: @partner-upgrades\/spec is a peer/)
    expect(code).not.toBe(0)
  })
})
