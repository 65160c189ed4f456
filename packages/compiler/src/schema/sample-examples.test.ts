import { expect, test } from 'vitest'
import { documentOf, oneOperation, readFiles, the } from '../../test/fixture.ts'
import { type Json, valueAt } from '../grammar/json.ts'
import type { ExampleSampler, Made } from './sample-examples.ts'

const at = ['paths', '/things', 'get', 'responses', '200', 'content', 'application/json', 'schema']

/** Returns the schema of a response, and a sampler for it. */
function samplerFor(schema: string, schemas: string): { given: Json; sampler: ExampleSampler } {
  const paths = oneOperation(
    `responses: { '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`,
  )
  const { reader } = readFiles(
    { 'openapi.yaml': documentOf({ paths, rest: `components: { schemas: ${schemas} }` }) },
    true,
  )
  return { given: the(valueAt(reader.bundle.document, at)), sampler: reader.maker }
}

function make(schema: string, schemas = '{}'): Made {
  const { given, sampler } = samplerFor(schema, schemas)
  return sampler.make(given)
}

/** Returns the value generated for a schema; undefined if there is none. */
function madeOf(schema: string, schemas?: string): unknown {
  const made = make(schema, schemas)
  return 'value' in made ? made.value : undefined
}

const other = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'

// No value can be generated for this: the sampler ignores lookahead in patterns.
const never = "{ type: string, pattern: '^(?=zebra)a' }"

test("The examples of a schema's properties are used", () => {
  const value = madeOf(`{ type: object, properties: {
    a: { type: string, example: Zed }, b: { type: integer, default: 7 }, c: { type: string, examples: [Ada, Bob] } } }`)
  expect(value).toEqual({ a: 'Zed', b: 7, c: 'Ada' })
})

test('If one of several examples is invalid, none of them is used', () => {
  expect(madeOf('{ type: object, properties: { a: { type: integer, examples: [5, six] } } }')).toEqual({ a: 0 })
})

test.each([
  '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
  '^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$',
])('A string with a GUID pattern is a GUID other than all zeros: %s', (pattern) => {
  expect(madeOf(`{ type: string, pattern: '${pattern}' }`)).toMatch(
    /^(?=.*[1-9a-f])[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  )
  const withExample = `{ type: string, pattern: '${pattern}', examples: [${other}] }`
  expect(madeOf(`{ type: object, properties: { a: ${withExample} } }`)).toEqual({ a: other })
})

test('An example whose value is a list is one example', () => {
  const value = madeOf('{ type: object, properties: { a: { type: array, items: { type: integer }, example: [8] } } }')
  expect(value).toEqual({ a: [8] })
})

test('An optional property for which no value can be generated is omitted, and examples are still used', () => {
  const value = madeOf(`{ type: object, required: [a], properties: { a: { type: integer, example: 5 }, b: ${never} } }`)
  expect(value).toEqual({ a: 5 })
})

test("If the properties' examples do not match together, values are generated for every property", () => {
  const value = madeOf(`{ type: object, required: [a],
    properties: { a: { type: integer, example: 5 }, b: { type: integer, example: 6 } },
    allOf: [{ properties: { a: { maximum: 3 } } }] }`)
  expect(value).toEqual({ a: expect.any(Number), b: expect.any(Number) })
})

test('Only required properties are generated if examples do not match and not every property can be generated', () => {
  const value = madeOf(`{ type: object, required: [a],
    properties: { a: { type: integer, example: 5 }, b: { type: integer }, c: ${never} },
    allOf: [{ properties: { a: { maximum: 3 } } }] }`)
  expect(Object.keys(Object(value))).toEqual(['a'])
})

test('A recursive list is empty if the schema allows it', () => {
  const node = (list: string): string =>
    `{ Node: { type: object, required: [parts], properties: { parts: { type: array, ${list} } } } }`
  const itself = "items: { $ref: '#/components/schemas/Node' }"
  expect(madeOf("{ $ref: '#/components/schemas/Node' }", node(itself))).toEqual({ parts: [] })
  expect(madeOf("{ $ref: '#/components/schemas/Node' }", node(`${itself}, minItems: 1`))).toBeUndefined()
})

test('A list with minItems gets items even if other lists are empty', () => {
  const value = madeOf(
    "{ $ref: '#/components/schemas/Node' }",
    `{ Node: { type: object, required: [parts, names], properties: {
      parts: { type: array, items: { $ref: '#/components/schemas/Node' } },
      names: { type: array, minItems: 1, items: { type: string } } } } }`,
  )
  expect(value).toEqual({ parts: [], names: ['string'] })
})

test.each(['oneOf', 'anyOf'])('The first alternative of %s that can be generated is used', (keyword) => {
  expect(madeOf(`{ ${keyword}: [${never}, ${never}, { type: boolean }, { type: integer }] }`)).toBe(true)
})

test('An alternative of oneOf is used whose value matches no other', () => {
  const value = madeOf('{ oneOf: [{ type: integer }, { type: number }, { type: string, minLength: 1 }] }')
  expect(value).toEqual(expect.any(String))
})

test('A writeOnly property is not generated in a response', () => {
  const value = madeOf('{ type: object, properties: { a: { type: integer }, b: { type: integer, writeOnly: true } } }')
  expect(value).toEqual({ a: 0 })
})

test('Any value may be generated for a schema without constraints', () => {
  expect(madeOf('true')).toEqual({})
})

test('Nothing is generated for a schema that contradicts itself', () => {
  expect(
    madeOf('{ type: object, required: [a], properties: { a: { type: integer, minimum: 3, maximum: 2 } } }'),
  ).toBeUndefined()
})

const pets = `{
  Cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } },
  Dog: { type: object, required: [kind], properties: { kind: { type: string, enum: [dog] } } },
  Mapped: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { other: Dog, feline: '#/components/schemas/Cat' } } },
  Base: { type: object, required: [type], properties: { type: { type: string, example: none } }, discriminator: { propertyName: type, mapping: { sub: Sub } } },
  Sub: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [x], properties: { x: { type: integer } } }] },
  Other: { allOf: [{ $ref: '#/components/schemas/Base' }] },
  Lower: { allOf: [{ $ref: '#/components/schemas/Sub' }] } }`

// OpenAPI 3.1.1, section 4.8.25: the value of a discriminator is a name of its mapping, or the name of a schema.
test.each([
  ['Mapped', { kind: 'feline', lives: 0 }],
  ['Cat', { kind: 'feline', lives: 0 }],
  ['Base', { type: 'sub' }],
  ['Sub', { type: 'sub', x: 0 }],
  ['Other', { type: 'Other' }],
  ['Lower', { type: 'Lower', x: 0 }],
  ['Dog', { kind: 'dog' }],
])('An object of %s has the discriminator value of its schema', (name, value) => {
  expect(madeOf(`{ $ref: '#/components/schemas/${name}' }`, pets)).toEqual(value)
})

test('Alternatives without a mapping use their names, unless their schemas forbid that', () => {
  const of = (name: string): string =>
    `{ type: array, minItems: 1, items: { anyOf: [{ $ref: '#/components/schemas/${name}' }], discriminator: { propertyName: kind } } }`
  const cat = '{ Cat: { type: object, required: [kind], properties: { kind: { type: string } } } }'
  expect(madeOf(of('Cat'), cat)).toEqual([{ kind: 'Cat' }])
  expect(madeOf(of('Dog'), pets)).toEqual([{ kind: 'dog' }])
})

test.each([
  ['{ type: integer, minimum: 3, maximum: 2 }', 'it must be <= 2'],
  [never, 'it must match pattern "^(?=zebra)a"'],
  [`{ type: object, required: [a], properties: { a: ${never} } }`, '/a must match pattern "^(?=zebra)a"'],
  ['false', 'it boolean schema is false'],
])('The reason why no value can be generated for %s is "%s"', (schema, reason) => {
  expect(make(schema)).toEqual({ reason })
})

test.each([
  ['{ type: string }', 'string'],
  ['{ type: string, example: a }', 'a'],
  ['{ type: string, default: b }', 'b'],
  ['{ type: string, examples: [c] }', 'c'],
  ['{ type: string, example: 5 }', 'string'],
  ['{ type: string, default: 5 }', 'string'],
  ['{ type: array, items: { type: integer, example: 5 } }', [5]],
  ['{ type: array, items: { type: integer, minimum: 2 }, minItems: 2 }', [2, 2]],
  ['{ type: string, enum: [x, y] }', 'x'],
  ['{ const: 5 }', 5],
  ["{ type: 'null' }", null],
  ["{ type: [integer, 'null'] }", 0],
  [
    '{ type: object, required: [a], properties: { a: { type: boolean }, b: { type: string, format: date } } }',
    { a: true, b: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  ],
  ["{ $ref: '#/components/schemas/A' }", { a: 1 }],
  ["{ type: object, properties: { a: { $ref: '#/components/schemas/A' } } }", { a: { a: 1 } }],
  ["{ allOf: [{ $ref: '#/components/schemas/A' }, { properties: { b: { const: 2 } } }] }", { a: 1, b: 2 }],
  ["{ type: string, pattern: '^[0-9a-f-]+$' }", expect.stringMatching(/^[0-9a-f-]+$/)],
  ["{ type: string, pattern: '^[0-9]{4}$' }", expect.stringMatching(/^[0-9]{4}$/)],
])('The value generated for %s is %j', (schema, value) => {
  const a = '{ A: { type: object, required: [a], properties: { a: { type: integer, example: 1 } } } }'
  expect(make(schema, a)).toEqual({ value })
})

test('A value is generated once for all references to a component, and once per schema', () => {
  const { given, sampler } = samplerFor("{ $ref: '#/components/schemas/A' }", '{ A: { type: string } }')
  const made = sampler.make(given)
  expect(sampler.make({ $ref: '#/components/schemas/A' })).toBe(made)
  expect(sampler.make(given)).toBe(made)
  expect(sampler.make({ $ref: '#/components/schemas/A', maxLength: 3 })).toEqual({ value: expect.any(String) })
  expect(sampler.make({ $ref: '#/components/schemas/A', maxLength: 3 })).not.toBe(made)
})
