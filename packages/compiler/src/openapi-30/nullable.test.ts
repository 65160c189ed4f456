import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../grammar/json.ts'
import { hasOnlyTexts, isNull, mayBeNull, typesOf, withNull } from './nullable.ts'

const ref: JsonObject = { $ref: '#/components/schemas/Thing' }
const isNothing: JsonObject = { type: 'null' }

test.each<[JsonObject, Json]>([
  [{}, []],
  [{ type: 'string' }, ['string']],
  [{ type: ['string', 'null'] }, ['string', 'null']],
])('%j has the types %j', (schema, types) => {
  expect(typesOf(schema)).toEqual(types)
})

test.each<[Json, boolean]>([
  [isNothing, true],
  [{ type: 'null', title: 'None', description: 'Nothing', 'x-a': 1 }, true],
  [{ type: 'null', default: null }, false],
  [{ type: ['null'] }, false],
  [{ title: 'None' }, false],
  [true, false],
  [false, false],
])('whether %j means null and nothing else: %s', (schema, expected) => {
  expect(isNull(schema)).toBe(expected)
})

test.each<[JsonObject, boolean]>([
  [{}, true],
  [{ title: 'A', description: 'B', 'x-a': 1 }, true],
  [{ title: 'A', type: 'string' }, false],
  [{ 'a-x-': 1 }, false],
  [{ '': 1 }, false],
])('whether %j has only texts: %s', (schema, expected) => {
  expect(hasOnlyTexts(schema)).toBe(expected)
})

// JSON Schema 2020-12, Validation, section 6.1.1; Core, sections 10.2.1.2 and 10.2.1.3.
test.each<[Json, boolean]>([
  [true, true],
  [{}, true],
  [ref, true],
  [{ type: 'string' }, false],
  [isNothing, true],
  [{ type: ['string', 'null'] }, true],
  [{ type: ['string', 'integer'] }, false],
  [{ oneOf: [{ type: 'string' }, isNothing] }, true],
  [{ anyOf: [{ type: 'string' }, isNothing] }, true],
  [{ oneOf: [{ type: 'string' }] }, false],
  [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, false],
  [{ oneOf: [{ type: 'string' }], anyOf: [ref] }, true],
])('whether null may be valid against %j: %s', (schema, expected) => {
  expect(mayBeNull(schema)).toBe(expected)
})

test.each<[JsonObject, JsonObject | undefined]>([
  [{ type: 'string' }, { type: ['string', 'null'] }],
  [
    { type: ['string', 'null'], title: 'A' },
    { type: ['string', 'null'], title: 'A' },
  ],
  [
    { type: 'string', enum: ['a'] },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    { type: 'string', enum: ['a', null] },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    { type: 'string', const: 'a' },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [{ oneOf: [{ type: 'string' }] }, { oneOf: [{ type: 'string' }, isNothing] }],
  [
    { anyOf: [{ type: 'string' }], title: 'A' },
    { anyOf: [{ type: 'string' }, isNothing], title: 'A' },
  ],
  [{ anyOf: [{ type: 'string' }, isNothing] }, { anyOf: [{ type: 'string' }, isNothing] }],
  // Changing one keyword would not suffice: another one still forbids null.
  [{}, undefined],
  [ref, undefined],
  [{ allOf: [{ type: 'string' }] }, undefined],
  [{ not: { type: 'string' } }, undefined],
  [{ type: 'string', allOf: [{ minLength: 1 }] }, undefined],
  [{ type: 'string', ...ref }, undefined],
  [{ type: 'string', not: { const: 'a' } }, undefined],
  [{ type: 'string', oneOf: [{ minLength: 1 }] }, undefined],
  [{ type: 'string', anyOf: [{ minLength: 1 }] }, undefined],
  [{ oneOf: [{ type: 'string' }], anyOf: [{ type: 'string' }] }, undefined],
  [{ oneOf: [{ type: 'string' }], not: { const: 'a' } }, undefined],
  [{ oneOf: [{ type: 'string' }], ...ref }, undefined],
])('%j becomes %j, which accepts null, too', (schema, expected) => {
  expect(withNull(schema)).toEqual(expected)
})
