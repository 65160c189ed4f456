import { expect, test } from 'vitest'
import { compileFiles, documentOf, oneOperation, the } from '../../test/fixture.ts'
import { loadContract } from '../load-contract.ts'

/** The value that is made for an answer of a schema; undefined if none can be. */
async function madeOf(schema: string, schemas = '{}'): Promise<unknown> {
  const paths = oneOperation(
    `responses: { '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`,
  )
  const document = documentOf({ paths, rest: `components: { schemas: ${schemas} }` })
  const { contract } = await loadContract(await compileFiles({ 'openapi.yaml': document }, { repair: true }))
  const content = the(the(contract.operations.getThings).responses[200]).content['application/json']
  return content?.examples.made?.value
}

const other = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'

// No value can be made of this: what is made of a pattern does not look ahead.
const never = "{ type: string, pattern: '^(?=zebra)a' }"

test("The examples of a schema's properties are used", async () => {
  const value = await madeOf(`{ type: object, properties: {
    a: { type: string, example: Zed }, b: { type: integer, default: 7 }, c: { type: string, examples: [Ada, Bob] } } }`)
  expect(value).toEqual({ a: 'Zed', b: 7, c: 'Ada' })
})

test('If one of several examples is invalid, none of them is used', async () => {
  expect(await madeOf('{ type: object, properties: { a: { type: integer, examples: [5, six] } } }')).toEqual({ a: 0 })
})

test.each([
  '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
  '^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$',
])('A text with the pattern of GUIDs is one, and not that of zeros: %s', async (pattern) => {
  expect(await madeOf(`{ type: string, pattern: '${pattern}' }`)).toMatch(
    /^(?=.*[1-9a-f])[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  )
  const withExample = `{ type: string, pattern: '${pattern}', examples: [${other}] }`
  expect(await madeOf(`{ type: object, properties: { a: ${withExample} } }`)).toEqual({ a: other })
})

test('An example whose value is a list is one example', async () => {
  const value = await madeOf(
    '{ type: object, properties: { a: { type: array, items: { type: integer }, example: [8] } } }',
  )
  expect(value).toEqual({ a: [8] })
})

test('An optional property for which no value can be generated is omitted, and examples are still used', async () => {
  const value = await madeOf(
    `{ type: object, required: [a], properties: { a: { type: integer, example: 5 }, b: ${never} } }`,
  )
  expect(value).toEqual({ a: 5 })
})

test("If the properties' examples do not match together, values are generated for every property", async () => {
  const value = await madeOf(`{ type: object, required: [a],
    properties: { a: { type: integer, example: 5 }, b: { type: integer, example: 6 } },
    allOf: [{ properties: { a: { maximum: 3 } } }] }`)
  expect(value).toEqual({ a: expect.any(Number), b: expect.any(Number) })
})

test('Only required properties are generated where neither examples fit nor every property can be generated', async () => {
  const value = await madeOf(`{ type: object, required: [a],
    properties: { a: { type: integer, example: 5 }, b: { type: integer }, c: ${never} },
    allOf: [{ properties: { a: { maximum: 3 } } }] }`)
  expect(Object.keys(Object(value))).toEqual(['a'])
})

test('A recursive list is empty where the schema allows it', async () => {
  const node = (list: string): string =>
    `{ Node: { type: object, required: [parts], properties: { parts: { type: array, ${list} } } } }`
  const itself = "items: { $ref: '#/components/schemas/Node' }"
  expect(await madeOf("{ $ref: '#/components/schemas/Node' }", node(itself))).toEqual({ parts: [] })
  expect(await madeOf("{ $ref: '#/components/schemas/Node' }", node(`${itself}, minItems: 1`))).toBeUndefined()
})

test('A list with minItems gets items where other lists are empty', async () => {
  const value = await madeOf(
    "{ $ref: '#/components/schemas/Node' }",
    `{ Node: { type: object, required: [parts, names], properties: {
      parts: { type: array, items: { $ref: '#/components/schemas/Node' } },
      names: { type: array, minItems: 1, items: { type: string } } } } }`,
  )
  expect(value).toEqual({ parts: [], names: ['string'] })
})

test.each(['oneOf', 'anyOf'])('Of %s the first alternative is taken that can be made', async (keyword) => {
  expect(await madeOf(`{ ${keyword}: [${never}, ${never}, { type: boolean }, { type: integer }] }`)).toBe(true)
})

test('Of oneOf, an alternative is chosen that matches no other', async () => {
  const value = await madeOf('{ oneOf: [{ type: integer }, { type: number }, { type: string, minLength: 1 }] }')
  expect(value).toEqual(expect.any(String))
})

test('A writeOnly property is not generated in a response', async () => {
  const value = await madeOf(
    '{ type: object, properties: { a: { type: integer }, b: { type: integer, writeOnly: true } } }',
  )
  expect(value).toEqual({ a: 0 })
})

test('Any value may be generated for a schema without constraints', async () => {
  expect(await madeOf('true')).toEqual({})
})

test('Nothing is generated for a schema that contradicts itself', async () => {
  expect(
    await madeOf('{ type: object, required: [a], properties: { a: { type: integer, minimum: 3, maximum: 2 } } }'),
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
])('An object of %s has the value of its discriminator that stands for it', async (name, value) => {
  expect(await madeOf(`{ $ref: '#/components/schemas/${name}' }`, pets)).toEqual(value)
})

test('Alternatives without a mapping go by their names, unless their schemas say otherwise', async () => {
  const of = (name: string): string =>
    `{ type: array, minItems: 1, items: { anyOf: [{ $ref: '#/components/schemas/${name}' }], discriminator: { propertyName: kind } } }`
  const cat = '{ Cat: { type: object, required: [kind], properties: { kind: { type: string } } } }'
  expect(await madeOf(of('Cat'), cat)).toEqual([{ kind: 'Cat' }])
  expect(await madeOf(of('Dog'), pets)).toEqual([{ kind: 'dog' }])
})
