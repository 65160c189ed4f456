import { expect, test } from 'vitest'
import type { Json } from '../grammar/json.ts'
import { toJsonSchema } from './to-json-schema.ts'

function convert(schema: Json, version: '3.0' | '3.1', annotations: boolean): Json {
  return toJsonSchema(schema, { version, annotations, reference: (text) => `to ${text}` })
}

const annotated = {
  title: 'A',
  description: 'B',
  default: 1,
  deprecated: true,
  readOnly: true,
  writeOnly: true,
  $comment: 'C',
  contentMediaType: 'text/plain',
  contentEncoding: 'base64',
  contentSchema: true,
}

// JSON Schema 2020-12, Core and Validation; OpenAPI 3.1.1, section 4.8.24, and 3.0.4, section 4.7.24.
test.each<[Json, Json, Json]>([
  [true, true, true],
  [false, false, false],
  [{ type: 'string', ...annotated }, { type: 'string', ...annotated }, { type: 'string' }],
  [{ examples: [1], minimum: 1 }, { examples: [1], minimum: 1 }, { minimum: 1 }],
  [{ example: 1 }, { examples: [1] }, {}],
  [{ example: 1, examples: [2] }, { examples: [2] }, {}],
  [{ 'x-known-values': [{ value: 'a' }, { description: 'B' }, { value: null }, 'c'] }, { examples: ['a', null] }, {}],
  [{ 'x-known-values': [{ value: 'a' }], example: 'b' }, { examples: ['b'] }, {}],
  [{ 'x-known-values': 'a', 'x-other': 1, type: 'string' }, { type: 'string' }, { type: 'string' }],
  [{ 'x-evidence': { level: 'sdk', source: 'a class' } }, { $comment: 'sdk: a class' }, {}],
  [{ 'x-evidence': { level: 'sdk', source: 'a class' }, $comment: 'Mine' }, { $comment: 'Mine' }, {}],
  [{ 'x-evidence': 'sdk' }, {}, {}],
  [
    { discriminator: { propertyName: 'a' }, xml: {}, externalDocs: {}, nullable: true, $schema: 'x', minLength: 1 },
    { minLength: 1 },
    { minLength: 1 },
  ],
  [{ enum: [], type: 'string' }, { enum: [], type: 'string' }, { not: {} }],
  [{ enum: ['a'] }, { enum: ['a'] }, { enum: ['a'] }],
  [
    { $ref: '#/a', minLength: 1, title: 'A' },
    { $ref: 'to #/a', minLength: 1, title: 'A' },
    { $ref: 'to #/a', minLength: 1 },
  ],
  [
    { items: { $ref: '#/a' }, properties: { title: { title: 'T', type: 'string' } }, allOf: [{ default: 1 }] },
    { items: { $ref: 'to #/a' }, properties: { title: { title: 'T', type: 'string' } }, allOf: [{ default: 1 }] },
    { items: { $ref: 'to #/a' }, properties: { title: { type: 'string' } }, allOf: [{}] },
  ],
  [
    { type: 'string', exclusiveMinimum: 1, minimum: 0 },
    { type: 'string', exclusiveMinimum: 1, minimum: 0 },
    { type: 'string', exclusiveMinimum: 1, minimum: 0 },
  ],
  // This is a mistake in 3.1, which is reported as written.
  [
    { minimum: 1, exclusiveMinimum: true },
    { minimum: 1, exclusiveMinimum: true },
    { minimum: 1, exclusiveMinimum: true },
  ],
])('The schema %j of 3.1 becomes %j, and %j without annotations', (schema, whole, bare) => {
  expect(convert(schema, '3.1', true)).toStrictEqual(whole)
  expect(convert(schema, '3.1', false)).toStrictEqual(bare)
})

test.each<[Json, Json]>([
  [{ $ref: '#/a', minLength: 1 }, { $ref: 'to #/a' }],
  [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
  [{ type: 'string', nullable: false }, { type: 'string' }],
  [{ nullable: true, minLength: 1 }, { minLength: 1 }],
  [
    { minimum: 1, maximum: 2 },
    { minimum: 1, maximum: 2 },
  ],
  [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  [
    { maximum: 2, exclusiveMaximum: true, minimum: 1 },
    { exclusiveMaximum: 2, minimum: 1 },
  ],
  [{ minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
  [{ exclusiveMinimum: true, exclusiveMaximum: false }, {}],
  [
    { exclusiveMinimum: 1, minimum: 0 },
    { exclusiveMinimum: 1, minimum: 0 },
  ],
  [{ items: { type: 'integer', nullable: true } }, { items: { type: ['integer', 'null'] } }],
])('The schema %j of 3.0 becomes %j', (schema, expected) => {
  expect(convert(schema, '3.0', false)).toStrictEqual(expected)
})
