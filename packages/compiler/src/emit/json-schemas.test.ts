import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { bundleFiles, compileFiles, documentOf, the } from '../../test/fixture.ts'
import { toJsonSchemas } from './json-schemas.ts'

/** Returns the schema files of a document, by name. `schemas` is YAML. */
async function schemasOf(
  schemas: string,
  version?: string,
): Promise<Readonly<Record<string, Record<string, unknown>>>> {
  const { files } = await compileFiles({
    'openapi.yaml': documentOf({ version, rest: `components: { schemas: ${schemas} }` }),
  })
  const named = [...files].flatMap(([name, text]) => {
    const [, schema] = /^schemas\/(.*)\.json$/.exec(name) ?? []
    return schema === undefined ? [] : [[schema, JSON.parse(text)] as const]
  })
  return Object.fromEntries(named)
}

const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Thing' }

test('JSON Schema keywords are kept, and OpenAPI-only ones are removed', async () => {
  const { Thing } = await schemasOf(`{
    Thing: {
      type: string, title: A thing, description: What it is, default: a, deprecated: true, readOnly: true,
      xml: { name: thing }, externalDocs: { url: 'https://example.com/' }, x-anything: 1, minLength: 1 } }`)
  expect(Thing).toEqual({
    ...head,
    title: 'A thing',
    type: 'string',
    description: 'What it is',
    default: 'a',
    deprecated: true,
    readOnly: true,
    minLength: 1,
  })
})

test.each([
  ['example: a', ['a']],
  ['examples: [a, b]', ['a', 'b']],
  ['example: a, examples: [b]', ['b']],
  ['x-known-values: [{ value: a }, { value: b, description: More }]', ['a', 'b']],
  ['example: c, x-known-values: [{ value: a }]', ['c']],
  ['examples: [c], x-known-values: [{ value: a }]', ['c']],
  ['minLength: 1', undefined],
])('A text with %s has the examples %j', async (more, examples) => {
  const { Thing } = await schemasOf(`{ Thing: { type: string, ${more} } }`)
  expect(the(Thing).examples).toEqual(examples)
})

test('Evidence becomes a comment unless there already is one', async () => {
  const evidence = 'x-evidence: { level: documented, source: a page }'
  const { Thing, Other } = await schemasOf(
    `{ Thing: { type: string, ${evidence} }, Other: { type: string, ${evidence}, $comment: mine } }`,
  )
  expect([the(Thing).$comment, the(Other).$comment]).toEqual(['documented: a page', 'mine'])
})

// OpenAPI 3.0.4, Schema Object: `nullable`, and the boolean exclusiveMinimum of draft 5.
test.each([
  ['{ type: string, nullable: true }', { type: ['string', 'null'] }],
  ['{ type: string, nullable: false }', { type: 'string' }],
  ['{ type: string, nullable: true, enum: [a] }', { type: ['string', 'null'], enum: ['a'] }],
  ['{ type: string, nullable: true, enum: [a, null] }', { type: ['string', 'null'], enum: ['a', null] }],
  [
    '{ type: object, nullable: true, allOf: [{ minProperties: 1 }] }',
    { type: ['object', 'null'], allOf: [{ minProperties: 1 }] },
  ],
  ['{ nullable: true, minLength: 1 }', { minLength: 1 }],
  ['{ type: number, minimum: 1, exclusiveMinimum: true }', { type: 'number', exclusiveMinimum: 1 }],
  ['{ type: number, maximum: 1, exclusiveMaximum: true }', { type: 'number', exclusiveMaximum: 1 }],
  ['{ type: number, minimum: 1, exclusiveMinimum: false }', { type: 'number', minimum: 1 }],
  ['{ type: number, exclusiveMinimum: true }', { type: 'number' }],
])('The schema %s of OpenAPI 3.0 is converted to 2020-12', async (schema, expected) => {
  const { Thing } = await schemasOf(`{ Thing: ${schema} }`, '3.0.4')
  expect(Thing).toEqual({ ...head, ...expected })
})

test('Siblings of a $ref apply in 3.1, and are ignored in 3.0', async () => {
  const schemas = "{ Thing: { $ref: '#/components/schemas/Text', minLength: 2 }, Text: { type: string } }"
  const [now, old] = [await schemasOf(schemas), await schemasOf(schemas, '3.0.4')]
  const $defs = { Text: { type: 'string' } }
  expect(now.Thing).toEqual({ ...head, $ref: '#/$defs/Text', minLength: 2, $defs })
  expect(old.Thing).toEqual({ ...head, $ref: '#/$defs/Text', $defs })
})

test('A schema carries exactly the definitions it references, besides its own', async () => {
  const { Thing } = await schemasOf(`{
    Thing: { type: object, $defs: { Own: { type: boolean } }, properties: {
      own: { $ref: '#/components/schemas/Thing/$defs/Own' },
      again: { $ref: '#/components/schemas/Thing' },
      name: { $ref: '#/components/schemas/Part/properties/name' } } },
    Part: { type: object, properties: { name: { type: string }, whole: { $ref: '#/components/schemas/Whole' } } },
    Whole: { type: integer },
    Unused: { type: 'null' } }`)
  expect(the(Thing).$defs).toEqual({
    Own: { type: 'boolean' },
    Part: { type: 'object', properties: { name: { type: 'string' }, whole: { $ref: '#/$defs/Whole' } } },
    Whole: { type: 'integer' },
  })
  const validate = new Ajv2020({ strict: true }).compile(the(Thing))
  expect(validate({ own: true, again: { own: false }, name: 'a' })).toBe(true)
  expect([{ own: 1 }, { again: { own: 1 } }, { name: 1 }].map((value) => validate(value))).toEqual([
    false,
    false,
    false,
  ])
})

/** Returns the schema files of a document that is only bundled. */
function selfContained(schemas: string): Readonly<Record<string, unknown>> {
  const rest = `components: { schemas: ${schemas} }`
  return Object.fromEntries(toJsonSchemas(bundleFiles({ 'openapi.yaml': documentOf({ rest }) }).whole))
}

// JSON Schema 2020-12, Core, sections 4.3.2 (schemas that are true or false), 8.2.3.1 (`$ref`) and 8.2.4 (`$defs`).
test.each<[string, string, Readonly<Record<string, unknown>>]>([
  ['has no references', '{ Thing: { type: object } }', { type: 'object' }],
  ['is true', '{ Thing: true }', { allOf: [true] }],
  ['is false', '{ Thing: false }', { allOf: [false] }],
  [
    'refers to itself only',
    "{ Thing: { type: object, properties: { a: { $ref: '#/components/schemas/Thing' } } } }",
    { type: 'object', properties: { a: { $ref: '#' } } },
  ],
  [
    'refers only to its own definitions',
    "{ Thing: { $defs: { A: true }, items: { $ref: '#/components/schemas/Thing/$defs/A' } } }",
    { $defs: { A: true }, items: { $ref: '#/%24defs/A' } },
  ],
  [
    'refers to one that is false',
    "{ Thing: { items: { $ref: '#/components/schemas/No' } }, No: false }",
    { items: { $ref: '#/$defs/No' }, $defs: { No: false } },
  ],
  [
    'refers into another, by a name that is not ASCII',
    "{ Thing: { items: { $ref: '#/components/schemas/B/properties/%C3%A9 1' } }, B: { properties: { 'é 1': { type: string } } } }",
    { items: { $ref: '#/$defs/B/properties/%C3%A9%201' }, $defs: { B: { properties: { 'é 1': { type: 'string' } } } } },
  ],
  [
    'has a property named $ref',
    "{ Thing: { properties: { $ref: { $ref: '#/components/schemas/B' } } }, B: { type: string } }",
    { properties: { $ref: { $ref: '#/$defs/B' } }, $defs: { B: { type: 'string' } } },
  ],
  [
    'has references in an extension',
    "{ Thing: { x-see: { $ref: '#/components/schemas/B' }, x-all: [{ $ref: '#/components/schemas/B' }] }, B: { type: string } }",
    {},
  ],
  [
    'has data that looks like a reference',
    "{ Thing: { enum: ['#/components/schemas/B', 1, null] }, B: { type: string } }",
    { enum: ['#/components/schemas/B', 1, null] },
  ],
  [
    'refers to others, in the order of their first use',
    "{ C: { type: string }, A: { $ref: '#/components/schemas/C' }, Thing: { anyOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }, B: { type: integer } }",
    {
      anyOf: [{ $ref: '#/$defs/A' }, { $ref: '#/$defs/B' }],
      $defs: { A: { $ref: '#/$defs/C' }, B: { type: 'integer' }, C: { type: 'string' } },
    },
  ],
])('A schema that %s becomes a self-contained file', (_, schemas, expected) => {
  const { Thing } = selfContained(schemas)
  expect(Thing).toEqual({ ...head, ...expected })
  expect(Object.keys(Object(Thing).$defs ?? {})).toEqual(Object.keys(Object(expected.$defs ?? {})))
})
