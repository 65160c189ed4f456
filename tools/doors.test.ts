import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { expect, test } from 'vitest'
import { rules } from './doors.ts'

const workspace = join(import.meta.dirname, '..')

interface Findings {
  readonly broken: readonly string[]
  readonly files: number
}

async function inspect(baseDir: string, folders: readonly string[]): Promise<Findings> {
  const { output } = await cruise([...folders], {
    baseDir,
    validate: true,
    ruleSet: { forbidden: [...rules] },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Reports hold what is written while tests run, programs among them.
    exclude: { path: '/(dist|generated|node_modules|reports)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@partner-upgrades/source', 'import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  })
  if (typeof output === 'string') throw new TypeError('dependency-cruiser answered with text')
  const broken = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
  return { broken, files: output.summary.totalCruised }
}

async function house(files: Record<string, string>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'doors-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return (await inspect(folder, ['packages'])).broken
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('every import goes through an open door, and none goes round in a circle', async () => {
  const { broken, files } = await inspect(workspace, ['packages', 'examples', 'tools'])
  expect(broken).toEqual([])
  expect(files).toBeGreaterThan(50)
})

test('mocks that import the client are caught', async () => {
  const broken = await house({
    'packages/client/src/index.ts': 'export const client = 1',
    'packages/mocks/src/index.ts': "export { client } from '../../client/src/index.ts'",
  })
  expect(broken).toContain('mocks imports only spec: packages/mocks/src/index.ts -> packages/client/src/index.ts')
})

test('the command line may be tested against the mocks, and must not contain them', async () => {
  const broken = await house({
    'packages/mocks/src/index.ts': 'export const mock = 1',
    'packages/cli/src/run.ts': "export { mock } from '../../mocks/src/index.ts'",
    'packages/cli/src/run.test.ts': "export { mock } from '../../mocks/src/index.ts'",
    'packages/contract-tests/src/index.ts': 'export const contract = 1',
    'packages/cli/src/leaf.test.ts': "export { contract } from '../../contract-tests/src/index.ts'",
  })
  const only = 'imports only spec, client, credentials, bulk'
  expect(broken).toContain(`cli ${only}: packages/cli/src/run.ts -> packages/mocks/src/index.ts`)
  expect(broken.filter((line) => line.startsWith('a test of cli'))).toEqual([
    `a test of cli ${only}, mocks: packages/cli/src/leaf.test.ts -> packages/contract-tests/src/index.ts`,
  ])
  expect(broken.filter((line) => line.startsWith('cli '))).toHaveLength(1)
})

test('a type-only import through a closed door is caught', async () => {
  const broken = await house({
    'packages/client/src/index.ts': 'export type Client = string',
    'packages/spec/src/index.ts':
      "import type { Client } from '../../client/src/index.ts'\nexport const x: Client = ''",
  })
  expect(broken).toContain('spec imports nothing of ours: packages/spec/src/index.ts -> packages/client/src/index.ts')
})

test('a cycle is caught', async () => {
  const broken = await house({
    'packages/client/src/a.ts': "export { b } from './b.ts'",
    'packages/client/src/b.ts': "export { a } from './a.ts'\nexport const b = 1",
  })
  expect(broken.every((line) => line.startsWith('no import cycle'))).toBe(true)
  expect(broken.length).toBeGreaterThan(0)
})

test('an open door entered by a relative path is caught', async () => {
  const broken = await house({
    'packages/spec/src/index.ts': 'export const spec = 1',
    'packages/client/src/index.ts': "export { spec } from '../../spec/src/index.ts'",
  })
  expect(broken).toEqual([
    'a wall is crossed by package name only: packages/client/src/index.ts -> packages/spec/src/index.ts',
  ])
})

test('an import of nothing is caught', async () => {
  const broken = await house({ 'packages/client/src/a.ts': "export { b } from './missing.ts'" })
  expect(broken).toEqual(['every import can be resolved: packages/client/src/a.ts -> ./missing.ts'])
})
