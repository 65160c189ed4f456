import { expect, test } from 'vitest'
import { breaksOf } from './schema-breaks.ts'

const root = { type: 'object', properties: { it: {} as object } }
const breaking = (schema: object, valid: unknown) => {
  const { breaks, unbroken } = breaksOf({}, { ...root, properties: { it: schema } }, { it: valid })
  const inside = breaks.filter(({ pointer }) => pointer.startsWith('/it'))
  return { values: inside.map(({ keyword, value }) => [keyword, Object(value).it]), unbroken }
}

test.for([
  [
    { type: 'boolean' },
    true,
    [
      ['type', null],
      ['type', 7],
      ['type', 'text'],
      ['type', []],
      ['type', {}],
    ],
  ],
  [
    { type: 'integer' },
    1,
    [
      ['type', null],
      ['type', true],
      ['type', 7.5],
      ['type', 'text'],
      ['type', []],
      ['type', {}],
    ],
  ],
  [{ enum: ['a', 'b'] }, 'a', [['enum', 'a-not']]],
  [{ const: 3 }, 3, [['const', 4]]],
  [{ minLength: 2 }, 'ab', [['minLength', 'a']]],
  [{ maxLength: 2 }, 'ab', [['maxLength', 'abx']]],
  [{ pattern: '^[0-9]{3}$' }, '123', [['pattern', 'urn:uuid:123']]],
  [{ format: 'date-time' }, '2019-08-29T23:47:28Z', [['format', '2019-08-29']]],
  [{ minimum: 2 }, 2, [['minimum', 1]]],
  [{ maximum: 2 }, 2, [['maximum', 3]]],
  [{ exclusiveMinimum: 2 }, 3, [['exclusiveMinimum', 2]]],
  [{ exclusiveMaximum: 2 }, 1, [['exclusiveMaximum', 2]]],
  [{ multipleOf: 2 }, 4, [['multipleOf', 5]]],
  [{ minItems: 1 }, [1], [['minItems', []]]],
  [{ maxItems: 1 }, [1], [['maxItems', [1, 1]]]],
  [{ uniqueItems: true }, [1], [['uniqueItems', [1, 1]]]],
  [{ required: ['a'] }, { a: 1, b: 2 }, [['required', { b: 2 }]]],
  [
    { properties: { a: {} }, additionalProperties: false },
    { a: 1 },
    [['additionalProperties', { a: 1, unexpected: true }]],
  ],
] as const)('%j is broken', ([schema, valid, expected]) => {
  expect(breaking(schema, valid)).toEqual({ values: expected, unbroken: [] })
})

test('constraints in items and in alternatives are violated, too', () => {
  const schema = { items: { oneOf: [{ type: 'object', required: ['a'] }, { type: 'null' }] } }
  expect(breaking(schema, [{ a: 1 }]).values).toEqual([
    ['oneOf', [true]],
    ['required', [{}]],
  ])
})

test('a constraint that no generated value violates is reported', () => {
  expect(breaking({ pattern: '.*' }, 'a').unbroken).toEqual([{ pointer: '/it', keyword: 'pattern' }])
})

test('a value that violates a format and its pattern reports both', () => {
  const { breaks } = breaksOf(
    {},
    { format: 'uuid', pattern: '^[0-9a-f-]{36}$' },
    '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
  )
  expect(breaks).toMatchObject([
    { keyword: 'pattern', also: ['format'] },
    { keyword: 'format', also: ['pattern'] },
  ])
})
