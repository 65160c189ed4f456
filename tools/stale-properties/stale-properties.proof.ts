// After a property is renamed in the YAML, or becomes required, whatever still uses the old response is reported with file and line: the
// mocks' own code by tsc, the examples by Spectral and the compiler, the READMEs by the compiler of their snippets.
import { execFile } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { copyWorkspace } from '../workspace-copy.ts'
import { answeredProperties } from './answered-properties.ts'
import { renameInTypes, renameInYaml, requireInTypes, requireInYaml, roundsOf } from './rounds.ts'

const run = promisify(execFile)

// Each test starts compilers, which may have to share the machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })
const answered = await answeredProperties()

/** The settings of `npm run typecheck`, without tests. */
const ownCode = { extends: './tsconfig.check.json', include: ['src'], exclude: ['src/**/*.{test,test-d,proof}.ts'] }

let copy = ''
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'stale-properties-'))
  await copyWorkspace(copy)
  writeFileSync(join(copy, 'packages/mocks/tsconfig.own.json'), JSON.stringify(ownCode))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Runs a program of the copy with Node, and returns its whole output. */
async function node(folder: string, program: string, ...args: readonly string[]): Promise<string> {
  const { FORCE_COLOR, VITEST, VITEST_WORKER_ID, VITEST_POOL_ID, ...env } = process.env
  const { stdout, stderr } = await run(
    process.execPath,
    ['--conditions=@partner-upgrades/source', join(copy, program), ...args],
    { cwd: join(copy, folder), env: { ...env, NO_COLOR: '1' }, maxBuffer: 1e8 },
  ).catch((error: { stdout: string; stderr: string }) => error)
  return stdout + stderr
}

/** Runs `body` while some files of the copy are changed. */
async function changed<T>(edits: ReadonlyMap<string, (text: string) => string>, body: () => Promise<T>): Promise<T> {
  const originals = new Map([...edits.keys()].map((file) => [file, readFileSync(join(copy, file), 'utf8')]))
  try {
    for (const [file, edit] of edits) writeFileSync(join(copy, file), edit(originals.get(file) ?? ''))
    return await body()
  } finally {
    for (const [file, text] of originals) writeFileSync(join(copy, file), text)
  }
}

const types = 'packages/spec/src/generated/types.ts'
const tsc = 'node_modules/@typescript/native/bin/tsc'

/** The findings of `npm run typecheck` in the mocks' own code, without tests, each with its line of code. */
async function findingsInMocks(edit: (text: string) => string): Promise<readonly string[]> {
  return changed(new Map([[types, edit]]), async () => {
    const output = await node('packages/mocks', tsc, '-p', 'tsconfig.own.json', '--pretty', 'false')
    return output.split(/^(?=\S)/m).flatMap((finding) => {
      const [, file = '', line = ''] = /^(src\/[^(]+)\((\d+),\d+\): error /.exec(finding) ?? []
      if (file === '') return []
      const code = readFileSync(join(copy, 'packages/mocks', file), 'utf8').split('\n')[Number(line) - 1]
      return [`${finding}${code}`]
    })
  })
}

interface Edit {
  /** The name that a finding must contain. */
  readonly name: string
  readonly edit: (types: string) => string
}

/** The edits that no finding names, even if each is made by itself: the compiler reports only one error per object at a time. */
async function untoldOf(edits: readonly Edit[]): Promise<readonly string[]> {
  const findings = await findingsInMocks((text) => edits.reduce((edited, { edit }) => edit(edited), text))
  const untold = edits.filter(({ name }) => !findings.some((finding) => new RegExp(`\\b${name}\\b`).test(finding)))
  if (edits.length === 1) return untold.map(({ name }) => name)
  const alone: string[] = []
  for (const edit of untold) alone.push(...(await untoldOf([edit])))
  return alone
}

describe('in the code of the mocks', () => {
  test('nothing is stale to begin with', async () => {
    expect(answered.length).toBeGreaterThan(50)
    expect(await findingsInMocks((text) => text)).toEqual([])
  })

  const rounds = roundsOf(answered).map((round, index) => ({ index: index + 1, round }))
  test.for(rounds)('each property of a response is reported when it is renamed, round $index', async ({ round }) => {
    const edits = round.map(({ schema, property }): Edit => {
      return { name: property, edit: (text) => renameInTypes(text, { schema, property }) }
    })
    expect(await untoldOf(edits)).toEqual([])
  })

  test('each object of a response is reported when another property becomes required', async () => {
    const schemas = [...new Set(answered.map(({ schema }) => schema))]
    const edits = schemas.map((schema): Edit => {
      return { name: `requiredOf${schema}`, edit: (text) => requireInTypes(text, schema, `requiredOf${schema}`) }
    })
    expect(await untoldOf(edits)).toEqual([])
  })
})

/** A property of each response, and of each object within responses. */
const renamed: Readonly<Record<string, string>> = {
  ProductUpgradesEligibility: 'reason',
  UpgradesLineItem: 'upgradedDate',
  Customer: 'relationshipToPartner',
  Subscription: 'offerId',
  Agreement: 'agreementLink',
  DirectSignedCustomerAgreementStatus: 'isSigned',
  AzureEntitlement: 'subscriptionId',
}
const schemaFile = (schema: string) => `packages/spec/components/schemas/${schema}.yaml`
const spectral = 'node_modules/@stoplight/spectral-cli/dist/index.js'

/** The places where examples have a property: every line of the specification that starts with it, except in its schema. */
function placesOf(schema: string, property: string): readonly string[] {
  const files = globSync('{components/{examples,faults,responses,schemas},exchanges}/*.yaml', {
    cwd: join(copy, 'packages/spec'),
  })
  return files.flatMap((file) => {
    // A translation of the exchange: the specification refers to the English one.
    if (/exchanges\/.*(?<!\.en)\.yaml$/.test(file)) return []
    return readFileSync(join(copy, 'packages/spec', file), 'utf8')
      .split(/^(?= *body:)/m)
      .reduce<{ line: number; found: string[] }>(
        ({ line, found }, part) => {
          const lines = part.split('\n')
          // A body that was printed with a mistake is not an example.
          const shown = /^ +malformed:/m.test(part) ? [] : lines
          const own = shown.flatMap((text, index) => {
            const isListed = file === `components/schemas/${schema}.yaml` && text.startsWith(`  ${property}:`)
            const key = file.startsWith('exchanges/') ? `"${property}":` : `\\b${property}:`
            return new RegExp(key).test(text) && !isListed ? [`${file}:${line + index}`] : []
          })
          return { line: line + lines.length - 1, found: [...found, ...own] }
        },
        { line: 1, found: [] },
      ).found
  })
}

describe('in the YAML examples', () => {
  test('lint reports each one with a renamed property', async () => {
    const edits = Object.entries(renamed).map(
      ([schema, property]) => [schemaFile(schema), (text: string) => renameInYaml(text, property)] as const,
    )
    const places = Object.entries(renamed).flatMap(([schema, property]) => placesOf(schema, property))
    const output = await changed(new Map(edits), () =>
      node('packages/spec', spectral, 'lint', 'openapi.yaml', '--ruleset', '.spectral.yaml', '--format', 'text'),
    )
    const told = output.split('\n').flatMap((line) => {
      const [, file = '', at = ''] = /packages\/spec\/(\S+?\.yaml):(\d+):\d+ .*example-properties/.exec(line) ?? []
      return file === '' ? [] : [`${file}:${at}`]
    })
    expect(places.length).toBeGreaterThan(Object.keys(renamed).length)
    expect([...new Set(told)].sort()).toEqual([...new Set(places)].sort())
  })

  test.for(Object.keys(renamed))(
    'generate reports each %s that lacks a property which is now required',
    async (schema) => {
      const edit = new Map([[schemaFile(schema), (text: string) => requireInYaml(text, 'requiredFromNowOn')]])
      const output = await changed(edit, () => node('packages/spec', 'packages/spec/scripts/generate.ts', '--check'))
      const told = output
        .split('\n')
        .filter((line) => /^[\w/.-]+\.yaml:\d+:\d+ .*must have required property 'requiredFromNowOn'/.test(line))
      expect(told.length, output).toBeGreaterThan(1)
    },
  )
})

test('a program in a README that reads a renamed property is reported with its line in the README', async () => {
  const edit = (text: string) => renameInTypes(text, { schema: 'ProductUpgradesStatus', property: 'lineItems' })
  const output = await changed(new Map([[types, edit]]), () =>
    node('tools', 'node_modules/vitest/vitest.mjs', 'run', 'readme.test.ts', '-t', 'compiles strictly'),
  )
  const readme = readFileSync(join(copy, 'README.md'), 'utf8').split('\n')
  const line = readme.findIndex((text) => text.includes('.lineItems')) + 1
  expect(line).toBeGreaterThan(0)
  expect(output).toMatch(
    new RegExp(`^reports/snippets/README-md-\\d+\\.ts\\(${line},\\d+\\): error TS\\d+: .*'lineItems'`, 'm'),
  )
})
