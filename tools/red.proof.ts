// Breaks the workspace on purpose, in a copy, and sees that the command which guards the broken thing says so.
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
  return run('npm', ['run', script], { cwd: copy, maxBuffer: 1e8, env: { ...process.env, NO_COLOR: '1' } }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  )
}

async function broken(file: string, change: (text: string) => string, script: string): Promise<Outcome> {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  const changed = change(original)
  expect(changed, `${file} is changed`).not.toBe(original)
  writeFileSync(path, changed)
  try {
    return await npm(script)
  } finally {
    writeFileSync(path, original)
  }
}

describe('untouched, each command passes', () => {
  test.for(['lint', 'generate:check', 'typecheck', 'build'])('npm run %s', async (script) => {
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
