import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { generate as generateFiles } from './generate-files.ts'

const room = fileURLToPath(new URL('..', import.meta.url))

interface Outcome {
  readonly code: number | null
  readonly output: string
}

async function generate(...words: readonly string[]): Promise<Outcome> {
  let output = ''
  const add = (text: string): void => {
    output += text
  }
  const code = await generateFiles(words, { print: add, complain: add })
  return { code, output }
}

/** Runs the command in its own process and in another folder than npm does, which must not show in the output. */
function generateByCommand(...options: readonly string[]): Outcome {
  const script = join(room, 'scripts', 'generate.ts')
  const command = ['--conditions=@partner-upgrades/source', script, ...options]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', cwd: tmpdir() })
  return { code: status, output: stdout + stderr }
}

/** Copies the YAML and the files generated from it, so that the test can change them. */
function copyRoom(): string {
  const copy = mkdtempSync(join(tmpdir(), 'spec-'))
  onTestFinished(() => rmSync(copy, { recursive: true }))
  for (const name of ['openapi.yaml', 'paths', 'components', 'exchanges', 'src/generated']) {
    cpSync(join(room, name), join(copy, name), { recursive: true })
  }
  return copy
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

test('A property renamed only in its schema contradicts the examples', async () => {
  const copy = copyRoom()
  const schema = join(copy, 'components/schemas/ProductUpgradesEligibility.yaml')
  edit(schema, 'productFamily, isEligible]', 'productFamily, isUpgradable]')
  const { code, output } = await generate('--check', copy)
  expect(code).toBe(1)
  expect(output).toMatch(/must have required property 'isUpgradable'; correct the example or the schema/)
})

test('Generating writes stale files and removes those no longer generated', async () => {
  const copy = copyRoom()
  edit(join(copy, 'openapi.yaml'), 'version: ', 'version: 9.')
  writeFileSync(join(copy, 'src/generated/schemas/Gone.json'), '{}')
  const stale = await generate('--check', copy)
  expect(stale.code).toBe(1)
  expect(stale.output).toContain('npm run generate')
  for (const name of [
    'contract.ts',
    'hash.ts',
    'openapi.json',
    'openapi.yaml',
    'openapi-3.0.json',
    'schemas/Gone.json',
  ]) {
    expect(stale.output).toContain(`  ${name}\n`)
  }
  expect(stale.output).not.toContain('types.ts')
  expect(await generate(copy)).toMatchObject({ code: 0 })
  expect(existsSync(join(copy, 'src/generated/schemas/Gone.json'))).toBe(false)
  expect(await generate('--check', copy)).toMatchObject({ code: 0 })
})

test('An operation can be left out by name', async () => {
  const copy = copyRoom()
  expect(await generate('--without', 'getProductUpgradeStatus', copy)).toMatchObject({ code: 0 })
  const contract = readFileSync(join(copy, 'src/generated/contract.ts'), 'utf8')
  expect(contract).toContain('createProductUpgrade')
  expect(contract).not.toContain('getProductUpgradeStatus')
  const { code, output } = await generate('--without', 'getNothing', copy)
  expect(code).toBe(1)
  expect(output).toContain('has no operation `getNothing` to leave out')
})

test('A mistake in the YAML is shown as file, line and column, without a stack', () => {
  const copy = copyRoom()
  edit(join(copy, 'components/schemas/Guid.yaml'), 'level: documented', 'level: rumoured')
  const { code, output } = generateByCommand(copy)
  expect(code).toBe(1)
  expect(output).toMatch(/Guid\.yaml:\d+:\d+ is not an evidence level; use one of documented/)
  expect(output).not.toMatch(/^\s+at /m)
})
