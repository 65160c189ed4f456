import { expect, test } from 'vitest'
import { namesOf, negativesOfOne } from '../test/one-operation.ts'
import { writeParameter } from './parameter-text.ts'
import { sampleOf } from './sample.ts'

const list = [1, 'b c']
const object = { a: 1, b: 'c d' }

// OpenAPI 3.1.1, 4.8.12.4 Style Values and 4.8.12.5 Style Examples; RFC 6570 3.2.
test.for<[rule: string, definition: object, value: unknown, written: string]>([
  ['form, the default in a query', { in: 'query' }, list, 'p=1&p=b%20c'],
  ['form, not exploded', { in: 'query', explode: false }, list, 'p=1,b%20c'],
  ['form of an object', { in: 'query' }, object, 'a=1&b=c%20d'],
  ['form of an object, not exploded', { in: 'query', explode: false }, object, 'p=a,1,b,c%20d'],
  ['form of an empty list', { in: 'query' }, [], ''],
  ['form of a text', { in: 'query', explode: false }, 'a&b', 'p=a%26b'],
  ['spaceDelimited', { in: 'query', style: 'spaceDelimited', explode: false }, list, 'p=1%20b%20c'],
  ['pipeDelimited', { in: 'query', style: 'pipeDelimited', explode: false }, list, 'p=1%7Cb%20c'],
  ['deepObject', { in: 'query', style: 'deepObject', explode: true }, object, 'p[a]=1&p[b]=c%20d'],
  [
    'content',
    { in: 'query', content: { 'application/json': {} } },
    object,
    'p=%7B%22a%22%3A1%2C%22b%22%3A%22c%20d%22%7D',
  ],
  ['simple, the default in a path', { in: 'path' }, list, 'p=1,b%20c'],
  ['simple of an object', { in: 'path' }, object, 'p=a,1,b,c%20d'],
  ['simple of an object, exploded', { in: 'path', explode: true }, object, 'p=a=1,b=c%20d'],
  ['label', { in: 'path', style: 'label' }, list, 'p=.1,b%20c'],
  ['label, exploded', { in: 'path', style: 'label', explode: true }, list, 'p=.1.b%20c'],
  ['matrix', { in: 'path', style: 'matrix' }, list, 'p=;p=1,b%20c'],
  ['matrix, exploded', { in: 'path', style: 'matrix', explode: true }, list, 'p=;p=1;p=b%20c'],
  ['matrix of an object, exploded', { in: 'path', style: 'matrix', explode: true }, object, 'p=;a=1;b=c%20d'],
  ['simple in a header, where nothing is encoded', { in: 'header' }, list, 'p=1,b c'],
  ['form in a cookie', { in: 'cookie', explode: false }, list, 'p=1,b%20c'],
])('%s', ([, definition, value, written]) => {
  const pairs = writeParameter({ name: 'p', ...definition }, value)
  expect(pairs.map((pair) => pair.join('=')).join('&')).toBe(written)
})

const made = (...parameters: readonly object[]) => negativesOfOne({ parameters })
const sent = (...parameters: readonly object[]) =>
  made(...parameters).requests.map(({ constraint, request: { path, headers } }) => {
    return `${constraint.keyword} ${path.replace('/it', '')}${headers.Cookie ?? ''}`
  })

test('items of an exploded list are broken one by one, and a list by its length', () => {
  const schema = { type: 'array', items: { type: 'integer', minimum: 2 }, minItems: 2, maxItems: 3, uniqueItems: true }
  const p = { name: 'p', in: 'query', schema }
  expect(sent(p)).toEqual([
    'minItems ?p=2',
    'maxItems ?p=2&p=2&p=2&p=2',
    'uniqueItems ?p=2&p=3&p=2&p=3',
    'type ?p=null&p=3',
    'type ?p=true&p=3',
    'type ?p=7.5&p=3',
    'type ?p=text&p=3',
    'minimum ?p=1&p=3',
  ])
})

test('a constraint that text cannot break is reported as unbroken', () => {
  const schema = { type: 'array', items: { type: 'string' }, minItems: 1 }
  const { requests, unbroken } = made({ name: 'p', in: 'query', schema })
  expect(requests).toEqual([])
  expect(unbroken).toEqual([{ operation: 'it', pointer: '', keyword: 'minItems' }])
})

test('an empty list in place of a required one omits the parameter', () => {
  const schema = { type: 'array', items: { type: 'string' }, minItems: 1 }
  expect(sent({ name: 'p', in: 'query', required: true, schema })).toEqual(['required ', 'minItems '])
})

test('cookies are broken like other parameters', () => {
  const p = { name: 'p', in: 'cookie', required: true, schema: { enum: ['a', 'b'] } }
  expect(sent(p, { ...p, name: 'q', required: false })).toEqual([
    'required q=a',
    'enum p=a-not; q=a',
    'enum p=a; q=a-not',
  ])
})

test('a parameter in JSON can be of any wrong type', () => {
  const content = { 'application/json': { schema: { type: 'string' } } }
  const types = sent({ name: 'p', in: 'query', content }).map((each) =>
    decodeURIComponent(each.replace('type ?p=', '')),
  )
  expect(types).toEqual(['null', 'true', '7', '[]', '{}'])
})

// OpenAPI 3.1.1, 4.8.12.2: these three are ignored. 4.8.10: a parameter of an operation overrides that of its path.
test.for(['Accept', 'content-type', 'AUTHORIZATION'])('a header parameter %s is not broken', (name) => {
  expect(namesOf(made({ name, in: 'header', required: true, schema: { enum: ['a'] } }))).toEqual([])
})

test('a parameter of an operation overrides that of its path', () => {
  const parameters = (minimum: number) => [{ name: 'n', in: 'query', schema: { type: 'integer', minimum } }]
  const post = { operationId: 'it', parameters: parameters(5), responses: {} }
  const document = { openapi: '3.1.1', paths: { '/it': { parameters: parameters(1), post } } }
  const minimums = negativesOfOne({}, document).requests.filter(({ constraint }) => constraint.keyword === 'minimum')
  expect(minimums.map(({ request }) => request.path)).toEqual(['/it?n=4'])
})

test.for([
  '^[A-Z]{3}$',
  '^\\d{4}-[01]\\d$',
  '^(?:GET|PUT) /[a-z]+$',
  '^[^a0A]+$',
  '^(?<year>\\d+)\\.x?$',
  '^\\p{Lu}\\p{Ll}*$',
  '^(?=.*\\d)[a-z\\d]{2,}$',
  '[\\u0041-\\u0043]{2}',
  '^\\S+@\\S+\\.\\w{2,3}$',
  '^(a|b|c){2}\\/$',
  '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
])('a required text of the pattern %s needs no example', (pattern) => {
  const schema = { type: 'string', pattern }
  expect(sampleOf({}, schema)).toMatch(new RegExp(pattern, 'u'))
  const { requests, unbroken } = made({ name: 'p', in: 'header', required: true, schema })
  expect(requests.map(({ constraint }) => constraint.keyword)).toEqual(['required', 'pattern'])
  expect(unbroken).toEqual([])
})

test('a made-up text satisfies its pattern and its length', () => {
  for (const [minLength, maxLength] of [
    [7, 9],
    [1, 1],
    [40, 40],
  ] as const) {
    const text = String(sampleOf({}, { type: 'string', pattern: '^[a-z]+$', minLength, maxLength }))
    expect(text).toMatch(/^[a-z]+$/)
    expect(text.length >= minLength && text.length <= maxLength).toBe(true)
  }
})

test('an operation without a valid value is reported as unbroken', () => {
  const schema = { type: 'string', pattern: '^(a)\\1$' }
  const { requests, unbroken } = made({ name: 'p', in: 'query', schema })
  expect(requests).toEqual([])
  expect(unbroken).toEqual([{ operation: 'it', pointer: '', keyword: 'a valid value (pattern)' }])
})
