import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../grammar/json.ts'
import { createSchemaConverter } from './schema-object.ts'

const components: JsonObject = {
  Text: { type: 'string', description: 'A text.' },
  Level: { type: 'string', enum: ['low', 'high'] },
  One: { const: 1, type: 'integer' },
  Either: { oneOf: [{ type: 'string' }, { type: 'boolean' }] },
  Both: { allOf: [{ $ref: '#/components/schemas/Text' }] },
  Tree: { type: 'object', properties: { up: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: 'null' }] } } },
}
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const isNull: JsonObject = { type: 'string', nullable: true, enum: [null] }

function convert(schema: Json) {
  const complaints: string[] = []
  const converter = createSchemaConverter(components, (_owner, key, message) => complaints.push(`${key} ${message}`))
  const schemaOf30 = converter.convert(schema)
  return { schemaOf30, complaints, nullable: Object.fromEntries(converter.nullable.values()) }
}

// Sections of OpenAPI 3.0.4, by their headings; where 3.0 refers to JSON Schema Wright 00, the section of that is given instead.
test.each<[section: string, of31: Json, of30: JsonObject]>([
  ['Schema Object, type', { type: 'string' }, { type: 'string' }],
  ['Schema Object, type', { type: ['string'] }, { type: 'string' }],
  ['Fixed Fields, nullable', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
  ['Fixed Fields, nullable', { type: 'null' }, isNull],
  ['Fixed Fields, nullable', { type: ['null'], description: 'None.' }, { ...isNull, description: 'None.' }],
  ['Schema Object, type', { type: ['string', 'integer'] }, { anyOf: [{ type: 'string' }, { type: 'integer' }] }],
  [
    'Fixed Fields, nullable',
    { type: ['string', 'integer', 'null'], maxLength: 3 },
    { anyOf: ['string', 'integer'].map((type) => ({ type, nullable: true })), maxLength: 3 },
  ],
  ['Schema Object, items', { type: 'array' }, { type: 'array', items: {} }],
  ['Schema Object, items', { type: ['array', 'null'], items: true }, { type: 'array', nullable: true, items: {} }],
  [
    'Schema Object, items',
    { type: ['array', 'string'], items: { type: 'string' } },
    { anyOf: [{ type: 'array', items: {} }, { type: 'string' }], items: { type: 'string' } },
  ],
  ['Schema Object, enum', { const: 'a' }, { enum: ['a'] }],
  ['Schema Object, enum', { const: false, type: 'boolean' }, { type: 'boolean', enum: [false] }],
  ['Schema Object, enum', { const: null }, isNull],
  ['Schema Object, enum', { const: 'a', description: 'A' }, { description: 'A', enum: ['a'] }],
  [
    'Schema Object, enum',
    { const: null, type: ['integer', 'null'] },
    { type: 'integer', nullable: true, enum: [null] },
  ],
  ['Wright 00, 5.8', { pattern: '^a$' }, { pattern: '^a$' }],
  ['Schema Object', { description: 'As in \\p{L}.' }, { description: 'As in \\p{L}.' }],
  [
    'Schema Object, anyOf',
    { type: 'string', anyOf: [{ minLength: 1 }] },
    { type: 'string', anyOf: [{ minLength: 1 }] },
  ],
  [
    'Schema Object, anyOf',
    { type: ['string', 'null'], anyOf: [{ minLength: 1 }] },
    { type: 'string', nullable: true, anyOf: [{ minLength: 1 }] },
  ],
  [
    'Schema Object, enum',
    { type: ['string', 'null'], enum: ['a', null] },
    { type: 'string', nullable: true, enum: ['a', null] },
  ],
  ['Wright 00, 5.3', { exclusiveMinimum: 0 }, { minimum: 0, exclusiveMinimum: true }],
  ['Wright 00, 5.3', { exclusiveMaximum: 9, maximum: 9 }, { maximum: 9, exclusiveMaximum: true }],
  ['Wright 00, 5.3', { exclusiveMinimum: 0, minimum: 1 }, { minimum: 1 }],
  ['Wright 00, 5.3', { exclusiveMaximum: 9, maximum: 10 }, { maximum: 9, exclusiveMaximum: true }],
  ['Wright 00, 5.15', { required: [] }, {}],
  ['Wright 00, 5.15', { required: ['a'] }, { required: ['a'] }],
  ['Schema Object', { description: '', 'x-a': [] }, { description: '', 'x-a': [] }],
  [
    'Schema Object, additionalProperties',
    { additionalProperties: { type: ['string', 'null'] } },
    { additionalProperties: { type: 'string', nullable: true } },
  ],
  [
    'Schema Object, anyOf',
    { anyOf: [{ type: 'null' }, { minLength: 1 }, { type: 'integer' }, { type: 'boolean' }] },
    { anyOf: [{ minLength: 1 }, { type: 'integer' }, { type: 'boolean', nullable: true }] },
  ],
  [
    'Reference Object',
    { anyOf: [{ ...ref('Text'), description: 'Mine.' }, { type: 'null' }] },
    { anyOf: [{ description: 'Mine.', allOf: [ref('Text')] }, isNull] },
  ],
  ['Fixed Fields, example', { examples: ['a', 'b'] }, { example: 'a' }],
  ['Fixed Fields, example', { examples: ['a'], example: 'b' }, { example: 'b' }],
  ['Fixed Fields, example', { examples: [] }, {}],
  ['Fixed Fields, example', { example: { type: ['a', 'null'] } }, { example: { type: ['a', 'null'] } }],
  ['Schema Object', true, {}],
  ['Schema Object', false, { not: {} }],
  ['Schema Object, additionalProperties', { additionalProperties: false }, { additionalProperties: false }],
  [
    'Schema Object, properties',
    { properties: { examples: { type: ['string', 'null'] }, const: true } },
    { properties: { examples: { type: 'string', nullable: true }, const: {} } },
  ],
  ['Specification Extensions', { 'x-of': { type: ['a'], $ref: 'b' } }, { 'x-of': { type: ['a'], $ref: 'b' } }],
  ['Schema Object', { $comment: 'For editors.' }, {}],
  ['Reference Object', ref('Text'), ref('Text')],
  ['Reference Object', { ...ref('Text'), description: 'Mine.' }, { description: 'Mine.', allOf: [ref('Text')] }],
  [
    'Reference Object',
    { ...ref('Text'), allOf: [{ type: ['string', 'null'] }] },
    { allOf: [ref('Text'), { type: 'string', nullable: true }] },
  ],
  [
    'Fixed Fields, nullable',
    { oneOf: [{ type: 'string', description: 'Theirs.' }, { type: 'null' }], description: 'Mine.' },
    { type: 'string', nullable: true, description: 'Mine.' },
  ],
  [
    'Fixed Fields, nullable',
    { anyOf: [{ type: 'null' }, { type: 'string' }], maxLength: 3 },
    { maxLength: 3, allOf: [{ type: 'string', nullable: true }] },
  ],
  [
    'Fixed Fields, nullable',
    { anyOf: [{ type: 'null' }, { type: 'string' }, { type: 'integer' }] },
    { anyOf: [{ type: 'string' }, { type: 'integer', nullable: true }] },
  ],
  // Null would match two schemas here, and thus not `oneOf`.
  [
    'Schema Object, oneOf',
    { oneOf: [{ type: 'null' }, { minLength: 1 }, { type: 'boolean' }] },
    { oneOf: [{ minLength: 1 }, { type: 'boolean' }, isNull] },
  ],
  ['Schema Object, anyOf', { anyOf: [{ type: 'null' }, { minLength: 1 }] }, { anyOf: [{ minLength: 1 }, isNull] }],
  ['Schema Object, oneOf', { oneOf: [{ type: 'null' }] }, isNull],
  // A type that accepts null does not help if something else forbids it.
  [
    'Schema Object, allOf',
    { anyOf: [{ type: 'string', allOf: [ref('Text')] }, { type: 'null' }] },
    { anyOf: [{ type: 'string', allOf: [ref('Text')] }, isNull] },
  ],
  [
    'Schema Object, not',
    { anyOf: [{ type: 'string' }, { type: 'null', not: {} }] },
    { anyOf: [{ type: 'string' }, { ...isNull, not: {} }] },
  ],
])('%s: %j becomes %j', (_section, of31, of30) => {
  expect(convert(of31)).toEqual({ schemaOf30: of30, complaints: [], nullable: {} })
})

test.each<[name: string, of30: JsonObject]>([
  ['Text', { type: 'string', nullable: true, description: 'A text.' }],
  ['Level', { type: 'string', nullable: true, enum: ['low', 'high', null] }],
  ['One', { type: 'integer', nullable: true, enum: [1, null] }],
  ['Either', { oneOf: [{ type: 'string' }, { type: 'boolean', nullable: true }] }],
  ['Tree', { type: 'object', nullable: true, properties: { up: ref('NullableTree') } }],
])('%s or null becomes its own component, since `nullable` has no effect beside a reference', (name, of30) => {
  const { schemaOf30, nullable, complaints } = convert({ oneOf: [ref(name), { type: 'null' }], description: 'Mine.' })
  expect(schemaOf30).toEqual({ description: 'Mine.', allOf: [ref(`Nullable${name}`)] })
  expect(nullable).toEqual({ [`Nullable${name}`]: of30 })
  expect(complaints).toEqual([])
})

test('a schema that `nullable` cannot widen gets null as an alternative', () => {
  const { schemaOf30, nullable } = convert({ anyOf: [ref('Both'), { type: 'null' }] })
  expect([schemaOf30, nullable]).toEqual([{ anyOf: [ref('Both'), isNull] }, {}])
})

test.each<[of31: JsonObject, complaint: RegExp]>([
  [{ patternProperties: {} }, /^patternProperties has no counterpart in OpenAPI 3.0; express it differently/],
  [{ unevaluatedProperties: false }, /^unevaluatedProperties has no counterpart/],
  [{ unevaluatedItems: false }, /^unevaluatedItems has no counterpart/],
  [{ properties: { a: { items: { if: {} } } } }, /^if has no counterpart/],
  [{ prefixItems: [] }, /^prefixItems has no counterpart/],
  [{ $defs: {} }, /^\$defs has no counterpart/],
  [{ dependentRequired: {} }, /^dependentRequired has no counterpart/],
  [{ contentEncoding: 'base64' }, /^contentEncoding has no counterpart/],
  [{ type: 'string', nullable: true }, /^nullable has no counterpart/],
  [{ anyOf: [{ type: 'string', contains: {} }, { type: 'null' }] }, /^contains has no counterpart/],
  [{ enum: [] }, /^enum is empty/],
  [{ enum: [1], const: 1 }, /^enum is combined with `const`/],
  [{ pattern: '^\\p{L}+$' }, /^pattern is not a pattern of ECMA-262 5.1/],
  [{ pattern: '(?<=a)b' }, /^pattern is not a pattern of ECMA-262 5.1/],
  [{ type: ['string', 'integer'], anyOf: [{}] }, /^anyOf is combined with a list of types/],
  [{ $ref: '#/components/schemas/Tree/properties/up' }, /^\$ref points into a component/],
])('%j is rejected in one line', (of31, complaint) => {
  expect(convert(of31).complaints).toEqual([expect.stringMatching(complaint)])
})
