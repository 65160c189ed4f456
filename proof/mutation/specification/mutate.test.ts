import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { withSection } from '../write-section.ts'
import { mutateExchange } from './exchange-operators.ts'
import { mutateFacts } from './fact-operators.ts'
import { mutationsOf, sample } from './mutate.ts'
import { type Mutation, nameOf } from './mutation.ts'
import { scoreOf, toTable } from './report.ts'
import { findMisplaced } from './run.ts'
import { mutateSchema } from './schema-operators.ts'

const specification = join(import.meta.dirname, '../../../packages/spec')
const all = mutationsOf(specification)
const mutation = (operator: string, where: string): Mutation => ({ operator, where, file: 'x.yaml', text: '' })

test('the operators find over a thousand mutations, and a sample has some of each operator', () => {
  expect(all.length).toBeGreaterThan(1000)
  expect(new Set(all.map(nameOf)).size).toBe(all.length)
  const operators = new Set(all.map(({ operator }) => operator))
  const chosen = sample(all, 2, 1)
  expect(new Set(chosen.map(({ operator }) => operator))).toEqual(operators)
  expect(chosen.length).toBeGreaterThanOrEqual(60)
  expect(new Set(chosen).size).toBe(chosen.length)
  expect(sample(all, 2, 1)).toEqual(chosen)
})

test('every mutation is valid YAML, and changes a value', () => {
  for (const each of sample(all, 5, 1)) {
    const changed = parse(each.text)
    expect(changed).toBeTypeOf('object')
    expect(changed, nameOf(each)).not.toEqual(parse(readFileSync(join(specification, each.file), 'utf8')))
  }
})

test('a property is removed together with its references', () => {
  const schema = { required: ['a', 'b'], properties: { a: { type: 'string' }, b: {} }, examples: [{ a: '1', b: 2 }] }
  const dropped = [...mutateSchema(schema)].find(
    ({ operator, where }) => operator === 'schema: drop a property' && where === 'a',
  )
  expect(dropped?.value).toEqual({ required: ['b'], properties: { b: {} }, examples: [{ b: 2 }] })
})

test('advice is reversed, and facts that people rely on are changed one at a time', () => {
  const file = {
    description: 'Wait for 5 seconds. Do not send the same ID.',
    schema: {
      default: 'en-US',
      'x-known-values': [
        { value: 'a', description: 'A' },
        { value: 'b', description: 'B' },
      ],
    },
    example: 57,
    'x-evidence': { level: 'documented', source: 'a page' },
  }
  const changes = [...mutateFacts(file)].map(({ operator, value }) => [operator, value])
  expect(changes).toEqual([
    ['description: say another unit', { ...file, description: 'Wait for 5 milliseconds. Do not send the same ID.' }],
    ['description: say the opposite', { ...file, description: 'Wait for 5 seconds. always send the same ID.' }],
    ['description: say the opposite', { ...file, description: 'Wait for 5 seconds. Do not send the other ID.' }],
    ['description: say not to do it', { ...file, description: 'do not Wait for 5 seconds. Do not send the same ID.' }],
    ['default: change it', { ...file, schema: { ...file.schema, default: 'en-USx' } }],
    [
      'known values: swap descriptions',
      {
        ...file,
        schema: {
          ...file.schema,
          'x-known-values': [
            { value: 'a', description: 'B' },
            { value: 'b', description: 'A' },
          ],
        },
      },
    ],
    ['example: change a value', { ...file, example: 58 }],
    ['evidence: be less sure', { ...file, 'x-evidence': { level: 'inferred', source: 'a page' } }],
  ])
})

test('the printed part is replaced, and the rest is unchanged', () => {
  const source = 'request:\n  method: POST\n  body:\n    value:\n      {\n          "a": "x1"\n      }\n'
  const texts = [...mutateExchange(source)].map(({ operator, text }) => [operator, text])
  expect(texts).toEqual([
    ['exchange: change what is printed', source.replace('POST', 'POSTx')],
    ['exchange: change a value of a body', source.replace('"x1"', '"x2"')],
    ['exchange: rename a property of a body', source.replace('"a"', '"aRenamed"')],
  ])
})

test('a mutation that does not compile counts neither for nor against the suites', () => {
  const verdicts = [
    { mutation: mutation('drop', 'a'), killer: 'compiler' },
    { mutation: mutation('drop', 'b'), killer: 'client' },
    { mutation: mutation('add', 'c'), killer: 'mocks' },
    { mutation: mutation('add', 'd') },
  ] as const
  expect(scoreOf(verdicts)).toEqual({ made: 4, compiled: 3, killed: 2, share: 2 / 3 })
  expect(toTable(verdicts).split('\n').slice(2)).toEqual([
    '| drop | 2 | 1 |  | 1 |  |  |  |  |  |  |',
    '| add | 2 |  |  |  | 1 |  |  |  |  | 1 |',
    '| **all** | 4 | 1 |  | 1 | 1 |  |  |  |  | 1 |',
  ])
})

test('a surviving mutation must be listed, and a listed one must survive', () => {
  const [noticed, survived] = [mutation('drop', 'a'), mutation('drop', 'b')]
  const verdicts = [{ mutation: noticed, killer: 'client' } as const, { mutation: survived }]
  expect(findMisplaced(verdicts, { [nameOf(noticed)]: 'a reason', 'never made': 'a reason' })).toEqual({
    unlisted: [nameOf(survived)],
    noticed: [nameOf(noticed)],
  })
})

test('a section of the results replaces the previous one', () => {
  const text = withSection(withSection('# Results\n', 'One', ['first']), 'Two', ['second'])
  expect(withSection(text, 'One', ['other', 'more'])).toBe('# Results\n\n## One\n\nother\n\nmore\n\n## Two\n\nsecond\n')
})
