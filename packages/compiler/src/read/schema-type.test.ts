import { expect, test } from 'vitest'
import { documentOf, readFiles } from '../../test/fixture.ts'
import type { Json } from '../grammar/json.ts'
import { typeOf } from './schema-type.ts'

const rest = `components:
  schemas:
    Flag: { type: boolean }
    Alias: { $ref: '#/components/schemas/Flag' }
    Text: { type: string }
    Code: { type: string, maxLength: 3 }
    List: { type: array, items: { type: integer } }
    Tree: { type: array, items: { $ref: '#/components/schemas/Tree' } }
    Any: {}`
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const integer: Json = { type: 'integer' }

function typesOf(schemas: readonly Json[]): readonly unknown[] {
  const { reader } = readFiles({ 'openapi.yaml': documentOf({ rest }) })
  return schemas.map((schema) => typeOf(schema, reader))
}

test.each<[string, readonly Json[]]>([
  [
    'string',
    [
      { type: 'string' },
      { type: ['string', 'null'] },
      { type: 'string', enum: ['a'] },
      { const: 'a' },
      { enum: ['a', null] },
      ref('Text'),
      ref('Code'),
      { allOf: [{ minLength: 1 }, ref('Code')] },
      // Any text matches one alternative of these.
      { anyOf: [integer, { type: 'string' }] },
      { oneOf: [integer, ref('Text')] },
      { oneOf: [integer, { anyOf: [{ type: 'boolean' }, { type: 'string', title: 'Text' }] }] },
    ],
  ],
  [
    'integer',
    [integer, { const: 1 }, { enum: [1, 2] }, { type: ['integer', 'null'] }, { oneOf: [{ const: 1 }, integer] }],
  ],
  [
    'number',
    [
      { type: 'number' },
      { type: ['integer', 'number'] },
      { enum: [1, 1.5] },
      { anyOf: [integer, { const: 1.5 }] },
      { anyOf: [{ type: 'number' }, { type: 'null' }] },
    ],
  ],
  [
    'boolean',
    [
      { type: 'boolean' },
      { const: false },
      { enum: [true] },
      ref('Flag'),
      ref('Alias'),
      { allOf: [true, {}, ref('Alias')] },
      { anyOf: [ref('Flag'), { type: 'null' }] },
      // The schema's own keywords take precedence.
      { type: 'boolean', enum: [1] },
      { type: [], const: true, enum: [1] },
      { ...Object(ref('Any')), allOf: [ref('Flag')] },
      { anyOf: [], oneOf: [ref('Flag')] },
      { anyOf: [ref('Flag'), {}], oneOf: [ref('Flag')] },
    ],
  ],
])('Text becomes a %s', (type, schemas) => {
  expect(typesOf(schemas)).toEqual(schemas.map(() => ({ type })))
})

test.each<[string, readonly Json[]]>([
  [
    'integer',
    [
      { type: 'array', items: integer },
      { type: ['array', 'null'], items: integer },
      ref('List'),
      { allOf: [{ minItems: 1 }, ref('List')] },
      { oneOf: [{ type: 'null' }, { type: 'array', items: integer }] },
      { anyOf: [{ type: 'array', items: integer }] },
      { type: 'array', allOf: [true, { items: integer }] },
    ],
  ],
  [
    'string',
    [
      { type: 'array', items: { type: 'string' } },
      { type: 'array', items: ref('Text') },
    ],
  ],
])('Text becomes a list of %s', (items, schemas) => {
  expect(typesOf(schemas)).toEqual(schemas.map(() => ({ type: 'array', items })))
})

test.each<[string, readonly Json[]]>([
  ['nothing', [true, {}, ref('Any'), { allOf: [{ minLength: 1 }] }, { type: 'null' }, { enum: [null] }]],
  ['a type that text cannot have', [{ type: 'object' }, { const: {} }, { const: [1] }, { enum: [[1]] }]],
  [
    'several types',
    [
      { type: ['integer', 'boolean'] },
      { enum: [1, true] },
      { anyOf: [integer, {}] },
      { oneOf: [integer, ref('Flag')] },
      ...['enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'allOf', 'not', 'if'].map((keyword): Json => {
        return { anyOf: [integer, { type: 'string', [keyword]: [] }] }
      }),
      { anyOf: [integer, ref('Code')] },
    ],
  ],
  [
    'a list of anything, or of lists',
    [
      { type: 'array' },
      { type: 'array', items: true },
      { type: 'array', items: {} },
      { type: 'array', items: ref('List') },
      ref('Tree'),
    ],
  ],
])('Text cannot be parsed for a schema that allows %s', (_, schemas) => {
  expect(typesOf(schemas)).toEqual(schemas.map(() => undefined))
})
