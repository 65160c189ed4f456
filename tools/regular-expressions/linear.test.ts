// A regular expression that tries every start or split of a text blocks a process for minutes on a megabyte.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import exceptions from './exceptions.json' with { type: 'json' }
import { literal } from './expression.ts'
import { findAll } from './find-all.ts'
import { findInCode } from './find-in-code.ts'
import { findInData } from './find-in-data.ts'
import { judge } from './judge.ts'
import { readLinearList } from './linear-list.ts'

const { atRuntime, superlinear } = exceptions
const found = findAll(join(import.meta.dirname, '../..'))

test('every expression takes linear time, except for the listed ones', () => {
  const known = readLinearList()
  const slow = found.expressions.flatMap((expression) => {
    const written = literal(expression)
    if (known.has(written)) return []
    const excepted = superlinear.some((each) => each.file === expression.file && each.expression === written)
    const verdict = excepted ? { linear: false } : judge(expression)
    return verdict.linear ? [] : [{ ...verdict, ...expression }]
  })
  const lost = superlinear.filter(
    ({ file, expression }) => !slow.some((each) => each.file === file && literal(each) === expression),
  )
  const unknown = slow.filter(
    (each) => !superlinear.some(({ file, expression }) => each.file === file && literal(each) === expression),
  )
  expect({ unknown, lost }).toEqual({ unknown: [], lost: [] })
}, 1_200_000)

test('every expression that is built at run time is accounted for', () => {
  const key = (file: string, code: string) => `${file}: ${code}`
  const there = found.atRuntime.map(({ file, code }) => key(file, code))
  expect(there.sort()).toEqual(atRuntime.map(({ file, expression }) => key(file, expression)).sort())
})

describe('it finds', () => {
  const inCode = (code: string) => findInCode('a.ts', code)
  test.for([
    ['a literal', 'text.replace(/a+$/g, "")', '/a+$/g'],
    ['a constructed one', `new RegExp('a+$', 'i')`, '/a+$/i'],
    ['a called one', `RegExp("a+$")`, '/a+$/'],
    ['one on globalThis', 'new globalThis.RegExp("a+$")', '/a+$/'],
    ['one made of constants', `const a = 'a'\nconst b = \`\${a}+\`\nnew RegExp(\`^\${b}\` + '$')`, '/^a+$/'],
    ['one made of another', 'const a = /a+/\nnew RegExp(a.source + "$")', '/a+$/'],
    ['a raw text', 'new RegExp(String.raw`\\d+$`)', '/\\d+$/'],
    ['a text passed to match', 'text.match("a+$")', '/a+$/'],
    ['a pattern of a schema', `const schema = { type: 'string', pattern: 'a+$' }`, '/a+$/u'],
  ])('%s', ([, code = '', expected]) => {
    expect(inCode(code).expressions.map(literal)).toContain(expected)
  })

  test.for([
    ['an expression that depends on a parameter', 'const f = (a: string) => new RegExp(a)', 'new RegExp(a)'],
    ['a constant defined by itself', 'const a = a + b\nnew RegExp(a)', 'new RegExp(a)'],
    ['unknown flags', 'new RegExp("a", flags)', 'new RegExp("a", flags)'],
  ])('%s, as known only at run time', ([, code = '', expected]) => {
    expect(inCode(code).atRuntime.map((each) => each.code)).toEqual([expected])
  })

  test('patterns in YAML and JSON, and in rules of Spectral', () => {
    const yaml =
      'a:\n  pattern: ^a+$\nthen: { functionOptions: { match: /b+$/i, notMatch: c+ } }\npatternProperties: { d+: {} }\n'
    expect(findInData('a.yaml', yaml).expressions.map((each) => [each.line, literal(each)])).toEqual([
      [2, '/^a+$/u'],
      [3, '/b+$/i'],
      [3, '/c+/u'],
      [4, '/d+/u'],
    ])
    expect(findInData('a.json', '{ "pattern": "^a+$" }').expressions.map(literal)).toEqual(['/^a+$/u'])
  })
})

describe('it judges', () => {
  test.for([
    ['a+$', ''],
    ['^(.+) to (.+) by (.+)$', 's'],
    ['^\\s*(.*?)\\s*$', ''],
    ['\\{[^}]*\\}', 'g'],
    ['^(a+)+$', ''],
  ])('%s to take more than linear time', ([source = '', flags = '']) => {
    expect(judge({ source, flags })).toMatchObject({ linear: false, attack: expect.any(String) })
  })

  test.for([
    ['^a+$', ''],
    ['\\{[^{}]*\\}', 'g'],
    ['(?<!\\/)\\/+$', ''],
    ['[?#].*', 's'],
  ])('%s to take linear time', ([source = '', flags = '']) => {
    expect(judge({ source, flags })).toEqual({ linear: true })
  })
})
