import { expect, test } from 'vitest'
import { bundleFiles, documentOf, loadOperation, the } from '../../test/fixture.ts'
import type { Json } from '../grammar/json.ts'
import type { Validate } from '../runtime/model.ts'
import { createValidators, type Validators } from './validators.ts'

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
  // OpenAPI 3.0.4, section 4.7.24.1, as clarified in 3.0.3: `nullable` adds null to the `type` beside it, and does nothing else.
  ['{ type: string, enum: [a, b], nullable: true }', old, ['a'], ['c', null]],
  ['{ type: string, enum: [a, null], nullable: true }', old, ['a', null], ['c']],
  ['{ enum: [a], nullable: true }', old, ['a'], [null]],
  ['{ allOf: [{ type: string }], nullable: true }', old, ['a'], [1, null]],
  ['{ type: string, allOf: [{ minLength: 1 }], nullable: true }', old, ['a', null], [1, '']],
  ['{ type: string, allOf: [{ type: string }], nullable: true }', old, ['a'], [1, null]],
  ['{ nullable: true, minLength: 1 }', old, ['a', null, 1], ['']],
  // JSON Schema 2020-12, Validation, section 6.1.2.
  ['{ type: string, enum: [] }', {}, [], ['a', null, 1]],
  // JSON Schema 2020-12, Validation, section 6.2.1.
  ['{ multipleOf: 0.01 }', {}, [0.07, 2.34, 19.99, -0.07, 0, 1e21, 12345678901.23, 'x'], [0.075, 12345678901.235]],
  ['{ multipleOf: 0.1 }', {}, [0.3, 0.7, 1.1], [0.35]],
  ['{ multipleOf: 1.0e-8 }', {}, [12.39123912, 1e-8], [12.391239123, 1e-9]],
  ['{ multipleOf: 2.5 }', {}, [5, 7.5], [6]],
  // OpenAPI 3.1.1, section 4.4.2: unknown formats have no effect, and these are in no registry that it names.
  ['{ format: url }', {}, ['not one'], []],
  ['{ format: iso-date-time }', {}, ['not one'], []],
  ['{ format: json-pointer-uri-fragment }', {}, ['not one'], []],
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

function validatorsOf(schemas: string, version?: string): Validators {
  const rest = `components: { schemas: ${schemas} }`
  return createValidators(bundleFiles({ 'openapi.yaml': documentOf({ rest, version }) }).whole)
}
const thing: Json = { $ref: '#/components/schemas/my-thing' }

test('A validator is named after its component, its type, or the words for its location, and equal ones share a name', () => {
  const { nameOf, names, toModule } = validatorsOf(
    '{ my-thing: { type: object, properties: { a: { minLength: 2 } } } }',
  )
  const given: readonly (readonly [schema: Json, words: readonly string[], name: string])[] = [
    [thing, ['x'], 'myThing'],
    [{ ...thing }, ['y'], 'myThing'],
    [{ type: 'integer' }, ['x'], 'integer'],
    [{ type: 'integer', description: 'A number' }, ['y'], 'integer'],
    [{ type: 'string', format: 'uuid' }, ['x'], 'stringUuid'],
    [{ type: 'string', maxLength: 3 }, ['get', 'a-b'], 'getAB'],
    [{ maxLength: 3, type: 'string', title: 'Short' }, ['other'], 'getAB'],
    [{ type: 'string', maxLength: 4 }, ['get', 'a-b'], 'getAB2'],
    [{ type: ['string', 'null'] }, ['maybe'], 'maybe'],
    [{ ...thing, minProperties: 1 }, ['more'], 'more'],
    [{ $ref: '#/components/schemas/my-thing/properties/a' }, ['part'], 'part'],
    [true, ['any'], 'any'],
  ]
  expect(given.map(([schema, words]) => nameOf(schema, words))).toEqual(given.map(([, , name]) => name))
  const unique = ['myThing', 'integer', 'stringUuid', 'getAB', 'getAB2', 'maybe', 'more', 'part', 'any']
  expect(names()).toEqual(unique)
  for (const name of unique) expect(toModule()).toContain(`check$${name}`)
})

test('A value is validated against a component, a part of one, and a schema that is not a component', () => {
  const { check } = validatorsOf("{ my-thing: { type: object, properties: { 'a/b c': { minLength: 2 } } } }")
  const part: Json = { $ref: '#/components/schemas/my-thing/properties/a~1b c' }
  expect([check(thing, {}), check(part, 'ab'), check({ items: thing }, [{}]), check(true, 1)]).toEqual([[], [], [], []])
  expect(check(thing, { 'a/b c': 'a' })).toEqual([
    { pointer: '/a~1b c', keyword: 'minLength', message: 'must NOT have fewer than 2 characters' },
  ])
  expect(check(part, 'a')).toMatchObject([{ pointer: '', keyword: 'minLength' }])
  expect(check({ ...Object(part), maxLength: 2 }, 'abc')).toMatchObject([{ keyword: 'maxLength' }])
  expect(check({ items: thing }, [1])).toMatchObject([{ pointer: '/0', keyword: 'type', message: 'must be object' }])
  expect(check(false, 1)).toMatchObject([{ pointer: '', keyword: 'false schema' }])
  expect(check({ multipleOf: 0.01 }, 0.015)).toMatchObject([{ message: 'must be multiple of 0.01' }])
  // Every problem is reported, and inherited members are not properties.
  expect(check({ type: 'string', minLength: 2, pattern: '^b' }, 'a')).toHaveLength(2)
  expect(check({ required: ['toString'] }, {})).toHaveLength(1)
})

test('A schema is validated against the meta-schema', () => {
  const { checkSchema } = validatorsOf('{}')
  expect(checkSchema({ type: 'string', minLength: 1 })).toEqual([])
  expect(checkSchema({ minLength: -1 })).toEqual([
    { pointer: '/minLength', keyword: 'minimum', message: 'must be >= 0' },
  ])
})

test('Keywords that differ in OpenAPI 3.0 are supported', () => {
  const old = validatorsOf('{ my-thing: { type: string, nullable: true } }', '3.0.4')
  expect([old.check(thing, null), old.check(thing, 'a')]).toEqual([[], []])
  expect(old.check({ ...thing, maxLength: 0 }, 'a')).toEqual([])
  expect(old.nameOf({ type: 'string', nullable: false }, ['x'])).toBe('string')
})
