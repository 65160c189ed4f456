import { describe, expect, test } from 'vitest'
import { equalities, narrowings } from '../test/rules/schema-rules.ts'
import type { Comparison } from './change.ts'
import { compareDocuments } from './compare-documents.ts'
import type { JsonObject } from './json.ts'

type Side = 'request' | 'response'

function documentOf(side: Side, schema: unknown, openapi = '3.1.1', schemas: JsonObject = {}): JsonObject {
  const message = { content: { 'application/json': { schema } } }
  const post =
    side === 'request'
      ? { requestBody: message, responses: { 204: { description: '' } } }
      : { responses: { 200: { description: '', ...message } } }
  return { openapi, paths: { '/a': { post } }, components: { schemas } }
}

function comparisonOf(side: Side, before: unknown, after: unknown): Comparison {
  return compareDocuments(documentOf(side, before), documentOf(side, after))
}

// The sections refer to JSON Schema 2020-12, Core and Validation.
describe.for(narrowings)('%s', ([, wide, narrow]) => {
  test('allowing less is breaking for senders, and a feature for receivers', () => {
    expect(comparisonOf('request', wide, narrow).impact).toBe('breaking')
    expect(comparisonOf('response', wide, narrow).impact).toBe('feature')
  })

  test('allowing more is a feature for senders, and breaking for receivers', () => {
    expect(comparisonOf('request', narrow, wide).impact).toBe('feature')
    expect(comparisonOf('response', narrow, wide).impact).toBe('breaking')
  })

  test('an equal schema is no change', () => {
    for (const side of ['request', 'response'] as const) {
      expect(comparisonOf(side, narrow, structuredClone(narrow)).impact).toBeUndefined()
    }
  })
})

test.for(equalities)('%s: only written differently', ([, one, other]) => {
  for (const side of ['request', 'response'] as const) {
    for (const [before, after] of [
      [one, other],
      [other, one],
    ]) {
      const { impact, changes } = comparisonOf(side, before, after)
      expect([impact, ...changes.map(({ subject }) => subject)]).toEqual(['fix', 'the document'])
    }
  }
})

test.for([
  ['not', { not: { $ref: '#/components/schemas/Other' } }],
  ['if', { if: { $ref: '#/components/schemas/Other' }, else: { required: ['b'] } }],
  ['contains', { contains: { properties: { a: { $ref: '#/components/schemas/Other' } } } }],
])('the target of a reference within `%s` is part of the condition', ([keyword, schema]) => {
  const before = documentOf('request', schema, '3.1.1', { Other: { type: 'string', maxLength: 5 } })
  const after = documentOf('request', schema, '3.1.1', { Other: { type: 'string', maxLength: 6 } })
  expect(compareDocuments(before, after).changes).toMatchObject([
    { impact: 'breaking', what: expect.stringMatching(`has different limits for .${keyword}.: .*6.* instead of .*5`) },
  ])
})

test.for([
  [
    'a condition',
    { contains: { const: 1 } },
    {},
    'the body no longer has limits for `contains`: {"contains":{"enum":[1]}}',
  ],
  [
    'a removed alternative',
    { anyOf: [{ type: 'string' }, { type: 'array' }] },
    { type: 'string' },
    'the body may no longer be of one of its forms: {"type":"array"}',
  ],
  [
    'a keyword that cannot be judged',
    { contentEncoding: 'a' },
    { contentEncoding: 'b' },
    'the body has changed in a way that cannot be judged (`contentEncoding`): "b" instead of "a"',
  ],
  [
    'a limit for items',
    { items: { type: 'string' } },
    {},
    'the body no longer has limits for `items`: {"type":"string"}',
  ],
  [
    'another description',
    { description: 'old' },
    { description: 'new' },
    'the body has different text: description "new" instead of "old"',
  ],
] as const)('%s is described', ([, before, after, said]) => {
  const { changes } = comparisonOf('request', before, after)
  expect(changes.map(({ subject, what }) => `${subject} ${what}`)).toEqual([said])
})

test('for added alternatives, it is not reported in addition that only one may match', () => {
  const forms = { oneOf: [{ required: ['a'] }, { required: ['b'] }] }
  const said = (before: unknown, after: unknown) =>
    comparisonOf('request', before, after).changes.map(({ what }) => what)
  expect(said({}, forms)).toEqual(['is now one of several forms'])
  expect(said(forms, {})).toEqual(['is now of any form'])
})

test('for a value of another type, nothing else is reported', () => {
  const object = { type: 'object', required: ['a'], properties: { a: {}, b: {} }, minProperties: 1 }
  const { changes } = comparisonOf(
    'response',
    { properties: { v: object } },
    { properties: { v: { type: 'string', maxLength: 3 } } },
  )
  expect(changes.map(({ subject, what }) => `${subject} ${what}`)).toEqual(['`v` is string instead of object'])
})

// OpenAPI 3.0.4, 4.7.23.1: keywords beside a `$ref` are ignored. OpenAPI 3.1 has no such rule for schemas.
test.for([
  ['3.0.4', 'fix'],
  ['3.1.1', 'breaking'],
] as const)('OpenAPI %s: a limit beside a reference is a %s', ([openapi, impact]) => {
  const $ref = '#/components/schemas/Other'
  const of = (schema: object) => documentOf('request', schema, openapi, { Other: { type: 'string' } })
  expect(compareDocuments(of({ $ref }), of({ $ref, maxLength: 5 })).impact).toBe(impact)
})

// OpenAPI 3.0.4, 4.7.24: `nullable` adds null to the type beside it, and has no effect without one.
test.for([
  ['beside a type', { type: 'string' }, 'feature'],
  ['beside a combination', { allOf: [{ type: 'string' }] }, 'fix'],
  ['if another part of a combination forbids it', { allOf: [{ type: 'string' }], type: 'string' }, 'fix'],
] as const)('nullable %s', ([, schema, impact]) => {
  const of = (nullable: object) => documentOf('request', { properties: { a: { ...schema, ...nullable } } }, '3.0.4')
  expect(compareDocuments(of({}), of({ nullable: true })).impact).toBe(impact)
})
