import type { JsonObject } from '../../src/json.ts'

/** The rule, a schema, and one that allows less. */
export type Narrowing = readonly [rule: string, wide: unknown, narrow: unknown]

/** The rule, and two equivalent schemas. */
export type Equality = readonly [rule: string, one: unknown, other: unknown]

const x = { type: 'object', properties: { x: { type: 'string' } } }
const y = { type: 'object', properties: { y: { type: 'string' } } }
const kind = (name: string, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: name }, ...more },
})

/** Pairs of which the second allows less: breaking for senders and a feature for receivers, and vice versa. */
export const narrowings: readonly Narrowing[] = [
  ['Core 10.2.1.3 oneOf: exactly one, where several could match', { anyOf: [x, y] }, { oneOf: [x, y] }],
  [
    'Core 10.2.1.2 anyOf beside oneOf: both hold',
    { anyOf: [x, y] },
    { anyOf: [x, y], oneOf: [{ required: ['x'] }, y] },
  ],
  ['Core 10.2.1.4 not', {}, { not: { const: 1 } }],
  [
    'Core 10.2.1.4 not, beside another',
    { not: { const: 1 } },
    { allOf: [{ not: { const: 1 } }, { not: { const: 2 } }] },
  ],
  ['Core 10.2.2 if, then', {}, JSON.parse('{"if":{"required":["a"]},"then":{"required":["b"]}}')],
  ['Core 10.2.2 if, else', {}, { if: { required: ['a'] }, else: { required: ['b'] } }],
  ['Core 10.2.2.4 dependentSchemas', {}, { dependentSchemas: { a: { required: ['b'] } } }],
  ['Core 10.2.2.4 dependentSchemas: false', {}, { dependentSchemas: { a: false } }],
  [
    'Core 10.2.2.4 dependentSchemas, of one property more',
    { dependentSchemas: { a: { required: ['b'] } } },
    { dependentSchemas: { a: { required: ['b'] }, c: { required: ['b'] } } },
  ],
  ['Core 10.3.1.1 prefixItems', {}, { prefixItems: [{ type: 'string' }] }],
  ['Core 10.3.1.2 items: false', { type: 'array' }, { type: 'array', items: false }],
  ['Core 10.3.1.3 contains', {}, { contains: { const: 1 } }],
  [
    'Core 10.3.1.3 contains, twice',
    { contains: { const: 1 } },
    { allOf: [{ contains: { const: 1 } }, { contains: { const: 2 } }] },
  ],
  ['Core 10.3.2.2 patternProperties: false', {}, { patternProperties: { '^a': false } }],
  [
    'Core 10.3.2.3 additionalProperties hold for what is not named',
    { additionalProperties: { type: ['string', 'integer'] } },
    { additionalProperties: { type: ['string', 'integer'] }, properties: { a: { type: 'string' } } },
  ],
  [
    'Core 10.3.2.2 patternProperties hold for what is not named',
    { patternProperties: { '^a': { type: ['string', 'integer'] } } },
    { patternProperties: { '^a': { type: ['string', 'integer'] } }, properties: { a: { type: 'string' } } },
  ],
  ['Core 11.2 unevaluatedItems: false', {}, { unevaluatedItems: false }],
  ['Core 11.3 unevaluatedProperties: false', {}, { unevaluatedProperties: false }],
  ['Validation 6.5.4 dependentRequired', {}, { dependentRequired: { a: ['b'] } }],
  [
    'Validation 6.5.4 dependentRequired, of one more',
    { dependentRequired: { a: ['b'] } },
    { dependentRequired: { a: ['b', 'c'] } },
  ],
  [
    'Validation 6.5.4 dependentRequired, of another property',
    { dependentRequired: { a: ['b'] } },
    { dependentRequired: { a: ['b'], c: ['b'] } },
  ],
  ['Core 4.3.2 false, where a text was', { properties: { a: { type: 'string' } } }, { properties: { a: false } }],
  ['Core 4.3.2 false, where anything was', { properties: { a: {} } }, { properties: { a: false } }],
  ['Core 4.3.2 false as not: {}', { properties: { a: { type: 'string' } } }, { properties: { a: { not: {} } } }],
]

/** Pairs of equivalent schemas: only their notation differs. */
export const equalities: readonly Equality[] = [
  ['Core 4.3.2 items: true', { type: 'array' }, { type: 'array', items: true }],
  ['Core 4.3.2 items: {}', { type: 'array', items: true }, { type: 'array', items: {} }],
  ['Core 4.3.2 additionalProperties: true', { type: 'object' }, { type: 'object', additionalProperties: true }],
  ['Core 4.3.2 propertyNames: true', {}, { propertyNames: true }],
  ['Core 4.3.2 patternProperties: true', {}, { patternProperties: { a: true } }],
  ['Core 4.3.2 a property: true', { properties: { a: {} } }, { properties: { a: true } }],
  ['Core 4.3.2 not: false', {}, { not: false }],
  ['Core 4.3.2 false is not: {}', { properties: { a: false } }, { properties: { a: { not: {} } } }],
  ['Core 4.3.2 unevaluatedProperties: true', {}, { unevaluatedProperties: true }],
  ['Core 4.3.2 unevaluatedItems: true', {}, { unevaluatedItems: true }],
  ['Core 4.3.2 dependentSchemas: true', {}, { dependentSchemas: { a: true } }],
  ['Core 4.3.2 anyOf with true', {}, { anyOf: [true, x] }],
  ['Core 8.2.4 $defs that nothing refers to', {}, { $defs: { a: x } }],
  ['Core 10.2.1.3 oneOf of different types', { anyOf: [x, { type: 'string' }] }, { oneOf: [x, { type: 'string' }] }],
  [
    'Core 10.2.1.3 oneOf of different fixed values',
    { anyOf: [kind('a'), kind('b', { z: {} })] },
    { oneOf: [kind('a'), kind('b', { z: {} })] },
  ],
  [
    'Core 10.2.1.3 oneOf of a closed object, and one with a property that it lacks',
    {
      anyOf: [
        { ...x, additionalProperties: false },
        { ...y, required: ['y'] },
      ],
    },
    {
      oneOf: [
        { ...x, additionalProperties: false },
        { ...y, required: ['y'] },
      ],
    },
  ],
  ['Core 10.2.2 if by itself', {}, { if: { required: ['a'] } }],
  ['Core 10.2.2 then by itself', {}, JSON.parse('{"then":{"required":["a"]}}')],
  ['Core 10.3.1.3 contains, of none at least', {}, { contains: { const: 1 }, minContains: 0 }],
  ['Validation 6.4.5 minContains of 1', { contains: { const: 1 } }, { contains: { const: 1 }, minContains: 1 }],
  ['Validation 6.4.5 minContains by itself', {}, { minContains: 2 }],
  ['Validation 6.1.1 the order of types', { type: ['string', 'integer'] }, { type: ['integer', 'string'] }],
  ['Validation 6.1.2 the order of an enum', { enum: ['a', 'b'] }, { enum: ['b', 'a'] }],
  ['Validation 6.1.2 the order of names in an enum', { enum: [{ a: 1, b: 2 }] }, { enum: [{ b: 2, a: 1 }] }],
  ['Validation 6.5.3 the order of required', { required: ['a', 'b'] }, { required: ['b', 'a'] }],
  ['Validation 6.5.3 required: []', {}, { required: [] }],
  [
    'Validation 6.5.4 the order of dependentRequired',
    { dependentRequired: { a: ['b', 'c'] } },
    { dependentRequired: { a: ['c', 'b'] } },
  ],
  ['Validation 6.5.4 dependentRequired: []', {}, { dependentRequired: { a: [] } }],
]
