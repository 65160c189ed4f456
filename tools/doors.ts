import type { IForbiddenRuleType } from 'dependency-cruiser'

/** Which of our packages each room may import. Whoever is not listed may import what it likes. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  compiler: [],
  client: ['spec'],
  mocks: ['spec'],
  credentials: [],
  bulk: ['spec', 'client'],
  cli: ['spec', 'client', 'credentials', 'bulk'],
}

/** Rooms whose tests may import more than they may themselves. */
const testDoors: Readonly<Record<string, readonly string[]>> = { bulk: ['mocks'], cli: ['mocks'] }

/** Rooms that are leaves: they import others, nobody imports them. */
const leaves = ['contract-tests', 'cli']

/** Tests and scripts of spec generate and check with the compiler; every room's tests use the shared configuration. */
const specTooling = '^packages/spec/(scripts|rules|src/.*\\.test\\.ts)'

const configuration = 'vitest\\.[a-z.]*config\\.ts$'

const closedDoors = Object.entries(doors).flatMap(([room, open]): IForbiddenRuleType[] => {
  const tests = `^packages/${room}/(testing/|proof/|.*\\.(test|proof)\\.ts$)`
  const more = testDoors[room] ?? []
  const other = [...(room === 'spec' ? [specTooling] : []), ...(more.length > 0 ? [tests] : [])]
  return [
    closedDoor(room, { path: `^packages/${room}/`, pathNot: [configuration, ...other] }, room, open),
    ...(more.length > 0 ? [closedDoor(`a test of ${room}`, { path: tests }, room, [...open, ...more])] : []),
  ]
})

function closedDoor(
  who: string,
  from: IForbiddenRuleType['from'],
  room: string,
  open: readonly string[],
): IForbiddenRuleType {
  return {
    name: `${who} imports ${open.length === 0 ? 'nothing of ours' : `only ${open.join(', ')}`}`,
    severity: 'error',
    from,
    to: { path: '^packages/', pathNot: [`^packages/${room}/`, ...open.map((each) => `^packages/${each}/`)] },
  }
}

/** The rules of dependency-cruiser that say who may import whom. */
export const rules: readonly IForbiddenRuleType[] = [
  ...closedDoors,
  {
    name: 'a wall is crossed by package name only',
    severity: 'error',
    from: { path: '^(packages|examples)/([^/]+)/' },
    to: { dependencyTypes: ['local'], pathNot: '^$1/$2/' },
  },
  {
    name: 'no import cycle',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nobody imports a leaf',
    severity: 'error',
    from: { pathNot: leaves.map((leaf) => `^packages/${leaf}/`) },
    to: { path: leaves.map((leaf) => `^packages/${leaf}/`) },
  },
  {
    name: 'nobody imports an example',
    severity: 'error',
    from: { pathNot: '^examples/' },
    to: { path: '^examples/' },
  },
  {
    // What an example of its own imports is resolved where it is installed, and run there.
    name: 'every import can be resolved',
    severity: 'error',
    from: { pathNot: '^examples/(?!walkthrough/)' },
    to: { couldNotResolve: true },
  },
  {
    name: 'what runs does not import tests',
    severity: 'error',
    from: { pathNot: '\\.(test|test-d|proof)\\.ts$' },
    to: { path: '\\.(test|test-d|proof)\\.ts$' },
  },
]
