import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadFile, writeFiles } from '../../test/fixture.ts'
import type { Path } from '../grammar/json.ts'
import { CompileError, type CompileProblem } from './compile-error.ts'
import { below, createReport, createSourceLoader, locate, pathOf, type Report } from './source-file.ts'

function errorOf(report: Report): CompileError | undefined {
  try {
    report.throwIfAny()
    return undefined
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    return error
  }
}

const problemsOf = (report: Report): readonly CompileProblem[] => errorOf(report)?.problems ?? []

const yaml = `a:
  - x
  - { b: y, 200: z }
'c d': &anchor { e: 1 }
alias: *anchor
empty:
`
const load = () => loadFile('a.yaml', yaml)

test('A location is a chain of keys', () => {
  const file = load()
  expect(pathOf({ file })).toEqual([])
  expect(pathOf(below(below({ file }, 'a'), 0))).toEqual(['a', 0])
  expect(pathOf(locate(file, ['a', 1, 'b']))).toEqual(['a', 1, 'b'])
})

test.each<[Path, number, number]>([
  [[], 1, 1],
  [['a'], 2, 3],
  [['a', 0], 2, 5],
  [['a', '1'], 3, 5],
  [['a', 1, 'b'], 3, 10],
  [['a', 1, '200'], 3, 18],
  [['a', 1, 'none'], 3, 5],
  [['a', 0, 'deeper'], 2, 5],
  [['c d'], 4, 16],
  [['alias', 'e'], 4, 21],
  [['alias'], 5, 8],
  [['none', 'a'], 1, 1],
])('The value at %j starts at line %i, column %i', (path, line, column) => {
  const file = load()
  expect(file.positionOf(file.nodeAt(path)?.range?.[0] ?? 0)).toEqual({ line, column })
  const report = createReport()
  report.add(locate(file, path), 'is wrong')
  expect(problemsOf(report)).toMatchObject([{ line, column, message: 'is wrong' }])
})

test('An empty file has a position', () => {
  const { positionOf, value } = loadFile('a.yaml', '')
  expect([value, positionOf(0)]).toEqual([null, { line: 1, column: 1 }])
})

test.each([
  ['{"a": [1,\n {"b": 2}]}', 'a.json'],
  ['\uFEFF{"a": [1,\n {"b": 2}]}', 'a.json'],
  ['\uFEFF{"a": [1,\n {"b": 2}]}', 'a.yaml'],
])('JSON %j in %s has the same positions', (text, name) => {
  const json = loadFile(name, text)
  expect(json.value).toEqual({ a: [1, { b: 2 }] })
  expect(json.text.startsWith('{')).toBe(true)
  expect(json.positionOf(json.nodeAt(['a', 1, 'b'])?.range?.[0] ?? 0)).toEqual({ line: 2, column: 8 })
  expect(String(json.document().contents)).toContain('b')
})

test('Problems are reported once, sorted by file, line and column', () => {
  const file = load()
  const other = { ...file, path: join(file.path, '..', 'b.yaml') }
  const report = createReport()
  expect(errorOf(report)).toBeUndefined()
  report.add(locate(other, []), 'is first in b')
  report.add(locate(file, ['a', 1, '200']), 'is third')
  report.add(locate(file, ['a', 1, 'b']), 'is second')
  report.add(locate(file, ['a', 0]), 'is first')
  report.add(locate(file, ['a', 0]), 'is first')
  report.add(locate(file, ['a', 0]), 'is something else, too')
  const places = problemsOf(report).map(({ line, column, message }) => `${line}:${column} ${message}`)
  expect(places).toEqual([
    '2:5 is first',
    '2:5 is something else, too',
    '3:10 is second',
    '3:18 is third',
    '1:1 is first in b',
  ])
})

test('The operations that use a location are looked up only for a problem, and reported if there are any', () => {
  const file = load()
  const asked: string[] = []
  const report = createReport((location) => {
    const key = String(location.key)
    asked.push(key)
    return key === 'a' ? ['getA'] : []
  })
  report.add(locate(file, ['a']), 'is wrong')
  report.add(locate(file, ['alias']), 'is wrong')
  expect(asked).toEqual([])
  const [first, second] = problemsOf(report)
  expect(first?.operations).toEqual(['getA'])
  expect(second).not.toHaveProperty('operations')
  expect(asked).toEqual(['a', 'alias'])
})

test('A summarized error has a line for each operation', () => {
  const file = load()
  const said = (summary?: boolean): string | undefined => {
    const report = createReport(() => ['getA'], summary)
    report.add(locate(file, ['a']), 'is wrong')
    return errorOf(report)?.message.split('\n')[0]
  }
  expect(said(true)).toMatch(/^getA: .*is wrong \(at \/a\)$/)
  expect(said()).not.toContain('getA')
})

test('A file is loaded once, and one that does not parse is reported once', () => {
  const folder = writeFiles({ 'a.yaml': 'a: 1', 'b.yaml': 'a: [', 'c.json': '{', 'd/e.yaml': '' })
  const report = createReport()
  const sources = createSourceLoader(report)
  const [a, b, c] = ['a.yaml', 'b.yaml', 'c.json'].map((name) => join(folder, name))
  if (a === undefined || b === undefined || c === undefined) throw new Error('there are three')
  expect([sources.known(a), sources.loaded()]).toEqual([undefined, []])
  expect(sources.load(a)).toMatchObject({ path: a, text: 'a: 1', value: { a: 1 } })
  expect(sources.load(a)).toBe(sources.load(a))
  expect(sources.known(a)).toBe(sources.load(a))
  expect([sources.load(b), sources.load(b), sources.load(c)]).toEqual([undefined, undefined, undefined])
  expect(sources.loaded()).toEqual([a, b, c])
  expect([a, b, join(folder, 'd'), join(folder, 'none.yaml'), join(folder, 'd/e.yaml')].map(sources.exists)).toEqual([
    ...[true, true, false, false, true],
  ])
  expect(problemsOf(report).map(({ line, column, pointer }) => [line, column, pointer])).toEqual([
    [1, 5, ''],
    [1, 2, ''],
  ])
})

// IEEE 754: doubles next to 2^63 are 1024 below and 2048 above.
test.each([
  ['a: 9223372036854775807', 2 ** 63 - 1024],
  ['a: 9223372036854775808', 2 ** 63],
  ['a: -9223372036854775809', -(2 ** 63) - 2048],
  ['a: 0x7fffffffffffffff # 9223372036854775807', 2 ** 63],
  ["a: '9223372036854775807'", '9223372036854775807'],
])('In YAML, %s stays on its side of the limit', (text, value) => {
  expect(loadFile('a.yaml', text).value).toEqual({ a: value })
})
