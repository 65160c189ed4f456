import { expect, test } from 'vitest'
import { loadOperation, the } from '../../test/fixture.ts'
import type { Validate } from '../runtime/model.ts'

async function validatorOf(schema: string, options: { version?: string; components?: string } = {}): Promise<Validate> {
  const { version, components } = options
  const operation = await loadOperation(
    `responses: { '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`,
    { ...(version ? { version } : {}), ...(components ? { rest: `components: { schemas: ${components} }` } : {}) },
  )
  return the(the(operation.responses[200]).content['application/json']?.validate)
}

const old = { version: '3.0.4' }

// Expectations from JSON Schema 2020-12 and OpenAPI 3.0.4.
test.each([
  ['{ type: string, nullable: true }', old, ['a', null], [1]],
  ['{ type: string, enum: [a, b], nullable: true }', old, ['a', null], ['c']],
  ['{ allOf: [{ type: string }], nullable: true }', old, ['a', null], [1]],
  ['{ type: number, minimum: 1, exclusiveMinimum: true }', old, [1.1], [1]],
  ['{ type: number, maximum: 1, exclusiveMaximum: true, minimum: 0, exclusiveMinimum: false }', old, [0, 0.9], [1, -1]],
  [
    "{ $ref: '#/components/schemas/Name', minLength: 9 }",
    { ...old, components: '{ Name: { type: string } }' },
    ['a'],
    [1],
  ],
  [
    "{ $ref: '#/components/schemas/Name', minLength: 2 }",
    { components: '{ Name: { type: string } }' },
    ['ab'],
    ['a', 1],
  ],
  ['{ type: number, exclusiveMinimum: 1 }', {}, [1.1], [1]],
  ["{ type: [string, 'null'] }", {}, ['a', null], [1]],
  ['{ prefixItems: [{ type: string }], items: false }', {}, [['a'], []], [['a', 1], [1]]],
  ['{ contains: { const: 1 }, minContains: 2 }', {}, [[1, 1]], [[1], []]],
  ['{ if: { required: [a] }, then: { required: [b] } }', {}, [{}, { a: 1, b: 1 }], [{ a: 1 }]],
  ['{ allOf: [{ properties: { a: true } }], unevaluatedProperties: false }', {}, [{ a: 1 }], [{ b: 1 }]],
  [
    '{ patternProperties: { "^x-": { type: string } }, additionalProperties: false }',
    {},
    [{ 'x-a': '' }],
    [{ a: '' }, { 'x-a': 1 }],
  ],
  ['{ propertyNames: { maxLength: 2 } }', {}, [{ ab: 1 }], [{ abc: 1 }]],
  ['{ type: string, maxLength: 2 }', {}, ['😀😀'], ['😀😀😀']],
  ['{ uniqueItems: true }', {}, [[{ a: 1 }, { a: 2 }]], [[{ a: 1 }, { a: 1 }]]],
  ['{ const: { a: [1] } }', {}, [{ a: [1] }], [{ a: [2] }]],
  ['{ type: integer }', {}, [1, 1.0], [1.5, '1']],
  ['{ multipleOf: 0.5 }', {}, [1.5], [1.4]],
  ['{ oneOf: [{ type: integer }, { minimum: 2 }] }', {}, [1, 2.5], [3, 1.5]],
  ['{ dependentRequired: { a: [b] } }', {}, [{ b: 1 }, { a: 1, b: 1 }], [{ a: 1 }]],
  ['true', {}, [null, 1], []],
  ['{ discriminator: { propertyName: kind }, oneOf: [{ required: [a] }, { required: [b] }] }', {}, [{ a: 1 }], [{}]],
] as const)('The schema %s accepts and rejects what it should', async (schema, options, valid, invalid) => {
  const validate = await validatorOf(schema, options)
  expect(valid.filter((value) => validate(value).length > 0)).toEqual([])
  expect(invalid.filter((value) => validate(value).length === 0)).toEqual([])
})

test('Schemas may be mutually recursive', async () => {
  const validate = await validatorOf("{ $ref: '#/components/schemas/Tree' }", {
    components: `{
      Tree: { type: object, required: [name], properties: { name: { type: string }, leaves: { $ref: '#/components/schemas/Trees' } } },
      Trees: { type: array, items: { $ref: '#/components/schemas/Tree' } } }`,
  })
  expect(validate({ name: 'a', leaves: [{ name: 'b', leaves: [] }] })).toEqual([])
  expect(validate({ name: 'a', leaves: [{ name: 'b', leaves: [{}] }] })).toEqual([
    { pointer: '/leaves/0/leaves/0', keyword: 'required', message: "must have required property 'name'" },
  ])
})

test('Every problem is reported, each with its pointer', async () => {
  const validate = await validatorOf(
    '{ type: object, required: [a], additionalProperties: false, properties: { a: {}, "b/c~": { enum: [x, 2] }, d: { type: [string, integer] }, e: { const: 1 } } }',
  )
  expect(validate({ 'b/c~': 'secret', d: true, e: 'secret', 'f/': 'secret' })).toEqual([
    { pointer: '', keyword: 'required', message: "must have required property 'a'" },
    { pointer: '/f~1', keyword: 'additionalProperties', message: 'must not be present' },
    { pointer: '/b~1c~0', keyword: 'enum', message: 'must be one of "x", 2' },
    { pointer: '/d', keyword: 'type', message: 'must be string or integer' },
    { pointer: '/e', keyword: 'const', message: 'must be 1' },
  ])
})

test('A message never quotes the value', async () => {
  const validate = await validatorOf(
    '{ type: object, properties: { a: { type: string, pattern: "^x", maxLength: 1, format: uuid }, b: { type: array, uniqueItems: true } } }',
  )
  const problems = validate({ a: 'hunter2', b: ['hunter2', 'hunter2'] })
  expect(problems).toHaveLength(4)
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})

test('A value that is nested too deeply is a problem, not a crash', async () => {
  const validate = await validatorOf("{ $ref: '#/components/schemas/Tree' }", {
    components: "{ Tree: { type: object, properties: { next: { $ref: '#/components/schemas/Tree' } } } }",
  })
  const endless: Record<string, unknown> = {}
  endless.next = endless
  expect(validate(endless)).toEqual([{ pointer: '', keyword: 'depth', message: expect.any(String) }])
})
