import type { IForbiddenRuleType } from 'dependency-cruiser'

/** The packages of ours that each package may import. One that is not listed may import any. */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  'spec-diff': [],
  'negative-tests': ['spec', 'spec-diff'],
  compiler: [],
  client: ['spec'],
  mocks: ['spec'],
  credentials: ['spec'],
  'customer-lists': ['spec'],
  'store-proof': [],
  bulk: ['spec', 'client', 'customer-lists'],
  fleet: ['spec', 'client', 'customer-lists', 'bulk'],
  cli: ['spec', 'client', 'credentials', 'customer-lists', 'bulk', 'fleet'],
}

/** Packages whose tests may import more than their sources. */
const allowedInTests: Readonly<Record<string, readonly string[]>> = {
  bulk: ['mocks', 'store-proof'],
  fleet: ['mocks', 'store-proof'],
  cli: ['mocks'],
}

/** Packages that no other package may import; the proof and the tools may. */
const leaves = ['contract-tests', 'cli']

/** Cycles between folders that are still to be removed. The test also fails if one is gone: remove its line here. */
export const knownFolderCycles: readonly string[] = [
  'proof/robustness/machine -> proof/robustness/service -> proof/robustness/machine',
]

/** Tests and scripts of spec use the compiler to generate and to check. */
const specTooling = '^packages/spec/(scripts|rules|src/.*\\.test\\.ts)'

/** The configuration of every package's tests is shared. */
const configuration = 'vitest\\.[a-z.]*config\\.ts$'

/** Files that are never published, wherever they are. */
const testFile = '\\.(test|test-d|proof)\\.ts$'

const packageRules = Object.entries(allowedImports).flatMap(([name, allowed]): IForbiddenRuleType[] => {
  const tests = `^packages/${name}/(test/|testing/|proof/|.*\\.(test|proof)\\.ts$)`
  const more = allowedInTests[name] ?? []
  const exempt = [...(name === 'spec' ? [specTooling] : []), ...(more.length > 0 ? [tests] : [])]
  return [
    onlyImports(name, { path: `^packages/${name}/`, pathNot: [configuration, ...exempt] }, name, allowed),
    ...(more.length > 0 ? [onlyImports(`a test of ${name}`, { path: tests }, name, [...allowed, ...more])] : []),
  ]
})

function onlyImports(
  who: string,
  from: IForbiddenRuleType['from'],
  name: string,
  allowed: readonly string[],
): IForbiddenRuleType {
  return {
    name: `${who} imports ${allowed.length === 0 ? 'nothing of ours' : `only ${allowed.join(', ')}`}`,
    severity: 'error',
    from,
    to: { path: '^packages/', pathNot: [`^packages/${name}/`, ...allowed.map((each) => `^packages/${each}/`)] },
  }
}

/** The rules of dependency-cruiser for which file may import which. */
export const rules: readonly IForbiddenRuleType[] = [
  ...packageRules,
  {
    name: 'packages import each other by name only',
    severity: 'error',
    from: { path: '^(packages|examples)/([^/]+)/' },
    to: { dependencyTypes: ['local'], pathNot: '^$1/$2/' },
  },
  {
    name: 'the proof imports packages by name only',
    severity: 'error',
    from: { path: '^proof/' },
    to: { dependencyTypes: ['local'], pathNot: '^proof/' },
  },
  {
    name: 'no import cycle',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'published files import published files only',
    severity: 'error',
    from: { path: '^packages/([^/]+)/src/', pathNot: testFile },
    to: { path: ['^packages/$1/(?!src/|package\\.json$)', `^packages/$1/.*${testFile}`] },
  },
  {
    name: 'no package imports a leaf',
    severity: 'error',
    from: { pathNot: [...leaves.map((leaf) => `^packages/${leaf}/`), '^proof/'] },
    to: { path: leaves.map((leaf) => `^packages/${leaf}/`) },
  },
  {
    name: 'nothing imports an example',
    severity: 'error',
    from: { pathNot: '^examples/' },
    to: { path: '^examples/' },
  },
  {
    name: 'nothing imports the proof',
    severity: 'error',
    from: { pathNot: '^proof/' },
    to: { path: '^proof/' },
  },
  {
    name: 'the site imports packages by name only',
    severity: 'error',
    from: { path: '^site/' },
    to: { dependencyTypes: ['local'], pathNot: '^site/' },
  },
  {
    name: 'nothing imports the site',
    severity: 'error',
    from: { pathNot: '^site/' },
    to: { path: '^site/' },
  },
  {
    // The other examples, and programs that use generated clients, are installed and run elsewhere, where their imports resolve.
    name: 'every import can be resolved',
    severity: 'error',
    from: { pathNot: ['^examples/(?!walkthrough/)', '^proof/interop/generators/clients/'] },
    to: { couldNotResolve: true },
  },
  {
    name: 'only tests import tests',
    severity: 'error',
    from: { pathNot: testFile },
    to: { path: testFile },
  },
]
