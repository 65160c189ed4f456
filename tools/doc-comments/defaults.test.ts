import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { type Default, type Defaults, defaultsIn, defaultsOf } from './defaults.ts'

const packages = new Map(
  globSync('../../packages/*', { cwd: import.meta.dirname }).map((folder) => [
    basename(folder),
    defaultsIn(join(import.meta.dirname, folder)),
  ]),
)

/** Defaults whose application the check cannot read, each with the place that applies it. */
const unread = new Map([
  ['client locale', 'the service, where the header is missing'],
  ['mocks status', 'the life cycle of an upgrade without one: seed-upgrade.test.ts'],
])

/** Values that belong to something else of the same name. */
const others = new Set([
  'mocks journalLimit 1',
  'mocks status 502',
  'mocks status 504',
  'mocks by "30s"',
  'mocks host ""',
])

/** Lists the defaults on which documentation and code disagree. */
function disagreements(name: string, { documented, applied }: Defaults): readonly string[] {
  const said = documented.flatMap((each) => {
    const same = applied.filter((one) => one.name === each.name)
    // An option that is false by default needs no code.
    if (unread.has(`${name} ${each.name}`) || (each.value === 'false' && same.length === 0)) return []
    return same.some(({ value }) => value === each.value)
      ? []
      : [`${name}: ${each.name} is ${each.value} in ${each.where}, and not in the code`]
  })
  const done = applied.flatMap((each) => {
    const same = documented.filter((one) => one.name === each.name)
    const known = same.length === 0 || same.some(({ value }) => value === each.value)
    return known || others.has(`${name} ${each.name} ${each.value}`)
      ? []
      : [`${name}: ${each.name} is ${each.value} in ${each.where}, and not in the documentation`]
  })
  return [...said, ...done]
}

test('each documented default is the one that the code applies', () => {
  expect([...packages].flatMap(([name, defaults]) => disagreements(name, defaults))).toEqual([])
})

test.for([
  ['client', ['timeout', 'totalTimeout', 'retries', 'maxInFlight', 'pollsPerMinute', 'minPollDelay', 'maxPollDelay']],
  ['bulk', ['parallel', 'pollsPerMinute', 'followFor', 'outageLimit', 'dryRun']],
  ['credentials', ['timeout']],
  ['mocks', ['seed', 'journalLimit', 'echoIds', 'host']],
  ['cli', ['timeout', 'parallel', 'polls', 'follow', 'settleFor', 'wait']],
] as const)('the defaults of %s are documented as values', ([name, options]) => {
  const documented = packages.get(name)?.documented.map((each) => each.name)
  expect(documented).toEqual(expect.arrayContaining([...options]))
})

const defaultOf = (name: string, option: string, kind: keyof Defaults): unknown =>
  packages.get(name)?.[kind].find((each: Default) => each.name === option)?.value

test.for([
  ['parallel', 'bulk', 'parallel'],
  ['polls', 'bulk', 'pollsPerMinute'],
  ['follow', 'bulk', 'followFor'],
  ['timeout', 'client', 'timeout'],
] as const)('the help of --%s states the default of %s', ([option, name, own]) => {
  expect(defaultOf('cli', option, 'applied')).toBe(defaultOf(name, own, 'applied'))
})

test.for([
  ['const { wait = 6_000 } = options', '6000'],
  ['const { wait: pause = 6_000 } = options', '6000'],
  ['const seconds = 60\nrun(({ wait = seconds * 1_000 }) => wait)', '60000'],
  ['function pause(wait = 6_000) {}', '6000'],
  ['const pause = options.wait ?? 6_000', '6000'],
  ['const defaults = { wait: 6_000 }', '6000'],
  ["timeOption('--wait <time>', 'how long (default: 6s)')", '6000'],
  ["const { wait = 'long' } = options", '"long"'],
  ['const { wait = true } = options', 'true'],
])('the check reads `%s`', ([code, value]) => {
  const { applied } = defaultsOf(ts.createSourceFile('a.ts', code ?? '', ts.ScriptTarget.Latest, true))
  expect(applied).toMatchObject([{ name: 'wait', value }])
})

test('the check finds a default that differs, in either direction', () => {
  const code =
    'interface Options {\n  /** Milliseconds. @default 60000 */\n  wait?: number\n}\nconst { wait = 6_000 } = options'
  const file = ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true)
  expect(disagreements('some', defaultsOf(file))).toEqual([
    'some: wait is 60000 in a.ts:3, and not in the code',
    'some: wait is 6000 in a.ts:5, and not in the documentation',
  ])
})
