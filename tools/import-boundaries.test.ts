import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { expect, test } from 'vitest'
import { folderCycles } from './folder-cycles.ts'
import { knownFolderCycles, rules } from './import-boundaries.ts'

const workspace = join(import.meta.dirname, '..')

interface Findings {
  /** Broken rules, each with the import that breaks it. */
  readonly broken: readonly string[]
  /** Cycles between folders of one package. */
  readonly cycles: readonly string[]
  /** How many files were read. */
  readonly files: number
}

async function inspect(baseDir: string, folders: readonly string[]): Promise<Findings> {
  const { output } = await cruise([...folders], {
    baseDir,
    validate: true,
    ruleSet: { forbidden: [...rules] },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Reports contain files that tests write, programs among them.
    exclude: { path: '/(dist|generated|node_modules|reports)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@partner-upgrades/source', 'import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  })
  if (typeof output === 'string') throw new TypeError('dependency-cruiser returned text')
  const broken = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
  const imports = output.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  )
  const within = imports.filter(({ from, to }) => !isTest(from) && packageOf(from) === packageOf(to))
  return { broken, cycles: folderCycles(within), files: output.summary.totalCruised }
}

const isTest = (file: string) => /\.(test|test-d|proof)\.ts$/.test(file)

function packageOf(file: string): string {
  const [room = '', name = ''] = file.split('/')
  return room === 'packages' || room === 'examples' ? `${room}/${name}` : room
}

/** Inspects a workspace made of these files. */
async function inspectFiles(files: Record<string, string>): Promise<Findings> {
  const folder = await mkdtemp(join(tmpdir(), 'imports-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return await inspect(folder, [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))])
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('every import of this workspace is allowed, and there is no cycle between files or folders', async () => {
  const { broken, cycles, files } = await inspect(workspace, ['packages', 'examples', 'proof', 'site', 'tools'])
  expect(broken).toEqual([])
  expect(cycles).toEqual([...knownFolderCycles].sort())
  expect(files).toBeGreaterThan(50)
})

test('mocks that import the client are reported', async () => {
  const { broken } = await inspectFiles({
    'packages/client/src/index.ts': 'export const client = 1',
    'packages/mocks/src/index.ts': "export { client } from '../../client/src/index.ts'",
  })
  expect(broken).toContain('mocks imports only spec: packages/mocks/src/index.ts -> packages/client/src/index.ts')
})

test('tests of the command line may import the mocks, but its sources may not', async () => {
  const { broken } = await inspectFiles({
    'packages/mocks/src/index.ts': 'export const mock = 1',
    'packages/cli/src/run.ts': "export { mock } from '../../mocks/src/index.ts'",
    'packages/cli/src/run.test.ts': "export { mock } from '../../mocks/src/index.ts'",
    'packages/contract-tests/src/index.ts': 'export const contract = 1',
    'packages/cli/src/leaf.test.ts': "export { contract } from '../../contract-tests/src/index.ts'",
  })
  const only = 'imports only spec, client, credentials, customer-lists, bulk, fleet'
  expect(broken).toContain(`cli ${only}: packages/cli/src/run.ts -> packages/mocks/src/index.ts`)
  expect(broken.filter((line) => line.startsWith('a test of cli'))).toEqual([
    `a test of cli ${only}, mocks: packages/cli/src/leaf.test.ts -> packages/contract-tests/src/index.ts`,
  ])
  expect(broken.filter((line) => line.startsWith('cli '))).toHaveLength(1)
})

test('a forbidden type-only import is reported', async () => {
  const { broken } = await inspectFiles({
    'packages/client/src/index.ts': 'export type Client = string',
    'packages/spec/src/index.ts':
      "import type { Client } from '../../client/src/index.ts'\nexport const x: Client = ''",
  })
  expect(broken).toContain('spec imports nothing of ours: packages/spec/src/index.ts -> packages/client/src/index.ts')
})

test('a cycle between files is reported', async () => {
  const { broken } = await inspectFiles({
    'packages/client/src/a.ts': "export { b } from './b.ts'",
    'packages/client/src/b.ts': "export { a } from './a.ts'\nexport const b = 1",
  })
  expect(broken.every((line) => line.startsWith('no import cycle'))).toBe(true)
  expect(broken.length).toBeGreaterThan(0)
})

test('an allowed import by a relative path is reported', async () => {
  const { broken } = await inspectFiles({
    'packages/spec/src/index.ts': 'export const spec = 1',
    'packages/client/src/index.ts': "export { spec } from '../../spec/src/index.ts'",
  })
  expect(broken).toEqual([
    'packages import each other by name only: packages/client/src/index.ts -> packages/spec/src/index.ts',
  ])
})

test('an import of the proof is reported, and one of a package by its path in the proof', async () => {
  const { broken } = await inspectFiles({
    'proof/robustness/judge.ts': 'export const judge = 1',
    'packages/bulk/src/index.ts': "export { judge } from '../../../proof/robustness/judge.ts'",
    'packages/client/src/index.ts': 'export const client = 1',
    'proof/robustness/program.ts': "export { client } from '../../packages/client/src/index.ts'",
  })
  expect(broken).toContain('nothing imports the proof: packages/bulk/src/index.ts -> proof/robustness/judge.ts')
  expect(broken).toContain(
    'the proof imports packages by name only: proof/robustness/program.ts -> packages/client/src/index.ts',
  )
})

test('an import of the site is reported, and one of a package by its path in the site', async () => {
  const { broken } = await inspectFiles({
    'site/pages/page.ts': 'export const page = 1',
    'packages/cli/src/index.ts': "export { page } from '../../../site/pages/page.ts'",
    'packages/client/src/index.ts': 'export const client = 1',
    'site/browser/main.ts': "export { client } from '../../packages/client/src/index.ts'",
  })
  expect(broken).toContain('nothing imports the site: packages/cli/src/index.ts -> site/pages/page.ts')
  expect(broken).toContain(
    'the site imports packages by name only: site/browser/main.ts -> packages/client/src/index.ts',
  )
})

test('an import that cannot be resolved is reported', async () => {
  const { broken } = await inspectFiles({ 'packages/client/src/a.ts': "export { b } from './missing.ts'" })
  expect(broken).toEqual(['every import can be resolved: packages/client/src/a.ts -> ./missing.ts'])
})

test('a cycle between folders is reported, though no file is on a cycle', async () => {
  const { broken, cycles } = await inspectFiles({
    'packages/client/src/retry/send.ts': "export { parse } from '../errors/parse.ts'",
    'packages/client/src/retry/delay.ts': 'export const delay = 1',
    'packages/client/src/errors/parse.ts': "export { delay as parse } from '../retry/delay.ts'",
  })
  expect(broken).toEqual([])
  expect(cycles).toEqual(['packages/client/src/errors -> packages/client/src/retry -> packages/client/src/errors'])
})

test('a published file that imports the suite, a helper of tests or a test is reported', async () => {
  const { broken } = await inspectFiles({
    'packages/contract-tests/src/a.ts': "export { a } from '../suite/a.ts'",
    'packages/contract-tests/src/b.ts': "export { b } from '../test/b.ts'",
    'packages/contract-tests/src/c.ts': "export { c } from './c.test.ts'",
    'packages/contract-tests/src/c.test.ts': "export { a as c } from '../suite/a.ts'",
    'packages/contract-tests/suite/a.ts': 'export const a = 1',
    'packages/contract-tests/test/b.ts': 'export const b = 1',
  })
  const rule = 'published files import published files only'
  expect(broken.filter((line) => line.startsWith(rule))).toEqual([
    `${rule}: packages/contract-tests/src/a.ts -> packages/contract-tests/suite/a.ts`,
    `${rule}: packages/contract-tests/src/b.ts -> packages/contract-tests/test/b.ts`,
    `${rule}: packages/contract-tests/src/c.ts -> packages/contract-tests/src/c.test.ts`,
  ])
})
