import { expect, test } from 'vitest'
import { namesOf, negativesOfOne } from '../test/one-operation.ts'
import type { Negatives } from './negatives.ts'

const made = (mediaType: string, schema: unknown, more: object = {}): Negatives =>
  negativesOfOne({ requestBody: { content: { [mediaType]: { schema } }, ...more } })
const bodies = ({ requests }: Negatives) =>
  requests
    .filter(({ constraint }) => constraint.in === 'body')
    .map(
      ({ constraint: { keyword, pointer }, request }) =>
        `${pointer}${pointer === '' ? '' : ' '}${keyword} ${request.body}`,
    )
const json = 'application/json'

// OpenAPI 3.1.1, 4.8.13 Request Body Object: `required`, which is false by default.
test.for([
  [true, true],
  [false, false],
  [undefined, false],
])('a request without a body is made only if the body is required: %s', ([required, isMissed]) => {
  expect(namesOf(made(json, { type: 'object' }, { required })).includes('no body')).toBe(isMissed)
})

test.for<[what: string, schema: unknown, expected: readonly string[]]>([
  ['an object', { type: 'object', properties: { a: { const: 1 } } }, ['{"a":1', '{"a":1,}', '{"a":1}{"a":1}']],
  ['a list', { type: 'array', items: { const: 1 } }, ['[1', '[1,]', '[1][1]']],
  ['a text', { const: 'a' }, ['"a', '"a""a"']],
  // `1` and `11` are JSON; a single digit cut short leaves nothing.
  ['a number', { const: 1 }, ['']],
])('malformed JSON in place of %s', ([, schema, expected]) => {
  const framing = made(json, schema).requests.filter(
    ({ constraint }) => / /.test(constraint.keyword) && constraint.in === 'body',
  )
  expect(framing.map(({ request }) => request.body)).toEqual(expected)
  for (const { request } of framing) expect(() => JSON.parse(request.body ?? '')).toThrow()
})

test('a text body is sent and broken as text', () => {
  const schema = { type: 'string', minLength: 3, maxLength: 5, pattern: '^[a-c]*$' }
  expect(bodies(made('text/plain', schema, { required: true }))).toEqual([
    'minLength aa',
    'maxLength aaaxxx',
    'pattern {aaa}',
    'no body undefined',
  ])
})

test('a text body cannot be of another type', () => {
  expect(bodies(made('text/csv', { type: 'string' }))).toEqual([])
})

test('a form is serialized like a query, and broken property by property', () => {
  const schema = {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'integer', minimum: 1 }, b: { type: 'array', items: { enum: ['x', 'y'] } } },
  }
  expect(bodies(made('application/x-www-form-urlencoded', schema))).toEqual([
    'required b=x',
    '/a type a=null&b=x',
    '/a type a=true&b=x',
    '/a type a=7.5&b=x',
    '/a type a=text&b=x',
    '/a minimum a=0&b=x',
    '/b/0 enum a=1&b=x-not',
  ])
})

test('a body in an unsupported media type is reported as unbroken', () => {
  expect(made('multipart/form-data', { type: 'object' }).unbroken).toEqual([
    { operation: 'it', pointer: '', keyword: 'a body of multipart/form-data' },
  ])
})

// RFC 9110, 8.3.1 and 12.5.1: ranges.
test.for([
  [json, ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'], json],
  [
    'application/json; charset=utf-8',
    ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'],
    'application/json; charset=utf-8',
  ],
  ['application/*', ['text/plain'], json],
  ['text/*', ['application/xml', 'application/x-www-form-urlencoded'], 'text/plain'],
  ['*/*', [], json],
] as const)('content types that %s does not cover: %j', ([declared, expected, sent]) => {
  const { requests } = made(declared, { const: 'a' }, { required: true })
  const types = requests
    .filter(({ constraint }) => constraint.in === 'contentType')
    .map(({ constraint }) => constraint.keyword)
  expect(types).toEqual(expected)
  expect(requests.find(({ constraint }) => constraint.keyword === 'no body')?.request.headers['Content-Type']).toBe(
    sent,
  )
})

test.for([
  ['application/json', 'text/html', 'application/json'],
  ['text/html', 'image/png', 'text/html'],
  ['text/*', 'image/png', 'text/*'],
  ['*/*', undefined, 'application/json'],
] as const)('a response of %s does not satisfy Accept: %s', ([type, accept, usual]) => {
  const responses = { 200: { content: { [type]: {} } }, 406: { content: { 'text/html': {} } }, 405: {} }
  const { requests } = negativesOfOne({ responses })
  const headers = (place: string) =>
    requests.filter(({ constraint }) => constraint.in === place).map(({ request }) => request.headers.Accept)
  expect(headers('accept')).toEqual(accept === undefined ? [] : [accept])
  expect(headers('method')).toEqual([usual])
})

// JSON Schema 2020-12, Core 4.3.2: true allows everything, and false nothing.
test.for<[what: string, schema: unknown, expected: readonly string[]]>([
  ['true', true, []],
  ['a property that is true', { properties: { a: true } }, []],
  ['a forbidden property', { type: 'object', properties: { a: false } }, ['false {"a":true}']],
  ['no items', { type: 'array', items: false }, ['false [true]']],
  [
    'only two items',
    { type: 'array', prefixItems: [{ const: 1 }, true], items: false },
    ['/0 const [2,"x"]', 'false [1,"x",true]'],
  ],
  ['an alternative that allows everything', { anyOf: [{ const: 1 }, true] }, []],
  [
    'no other properties',
    { type: 'object', additionalProperties: false },
    ['additionalProperties {"unexpected":true}'],
  ],
])('%s', ([, schema, expected]) => {
  const { unbroken, ...rest } = made(json, schema)
  const broken = bodies({ ...rest, unbroken }).filter((each) => !/^(?:type|a |two )/.test(each))
  expect(broken).toEqual(expected)
  expect(unbroken).toEqual([])
})

// JSON Schema 2020-12: Core 10.2.1.4, 10.2.2, 10.3; Validation 6.4 and 6.5.
test.for<[keyword: string, schema: object, expected: readonly string[]]>([
  ['not', { not: { const: 'a' } }, ['not "a"']],
  ['minProperties', { minProperties: 2 }, ['minProperties {"key1":"x"}']],
  ['maxProperties', { type: 'object', maxProperties: 1 }, ['maxProperties {"more0":true,"more1":true}']],
  ['contains', { type: 'array', contains: { const: 1 } }, ['contains []']],
  ['maxContains', { type: 'array', contains: { const: 1 }, maxContains: 1 }, ['contains []', 'maxContains [1,1]']],
  ['propertyNames', { type: 'object', propertyNames: { pattern: '^[a-z]*$' } }, ['propertyNames {"!":true}']],
  [
    'dependentRequired',
    { properties: { a: { const: 1 }, b: { const: 2 } }, dependentRequired: { a: ['b'] } },
    ['dependentRequired {"a":1}', '/a const {"a":2,"b":2}', '/b const {"a":1,"b":3}'],
  ],
  ['additionalProperties', { additionalProperties: { const: 1 } }, ['/key const {"key":2}']],
])('%s is broken', ([, schema, expected]) => {
  const result = made(json, schema)
  expect(bodies(result).filter((each) => !/^(?:type|a |two )/.test(each))).toEqual(expected)
  expect(result.unbroken).toEqual([])
})

// JSON Schema 2020-12, Core 10.2.1.1: all schemas of allOf apply, at any depth.
test.for<[what: string, schemas: readonly object[]]>([
  ['greatest minimum', [{ type: 'integer', minimum: 2 }, { minimum: 7 }]],
  ['smallest maximum', [{ type: 'number', maximum: -7 }, { maximum: -2 }]],
  ['greatest length', [{ type: 'string', minLength: 9 }, { minLength: 3 }]],
  ['common type', [{ type: ['string', 'integer'] }, { type: ['integer', 'null'] }]],
  ['number that is an integer', [{ type: 'number' }, { type: 'integer', multipleOf: 3 }]],
  ['property of two parts', [{ properties: { a: { minimum: 3 } } }, { properties: { a: { type: 'integer' } } }]],
  ['required properties', [{ required: ['a'] }, { allOf: [{ required: ['b'], properties: { b: { const: 1 } } }] }]],
])('a valid body for allOf keeps the %s', ([, allOf]) => {
  const { unbroken, requests } = made(json, { allOf })
  expect(unbroken).toEqual([])
  expect(requests.length).toBeGreaterThan(0)
})

test('an unsupported constraint is reported as unbroken', () => {
  expect(made(json, { type: 'object', unevaluatedProperties: false }).unbroken).toEqual([
    { operation: 'it', pointer: '', keyword: 'unevaluatedProperties' },
  ])
})

test.for([
  [{ swagger: '2.0', openapi: undefined }, /is Swagger 2\.0/],
  [{ openapi: '3.2.0' }, /is OpenAPI 3\.2\.0/],
] as const)('a document of another version is refused', ([version, message]) => {
  expect(() => negativesOfOne({}, version)).toThrow(message)
})
