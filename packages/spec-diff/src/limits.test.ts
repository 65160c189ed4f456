import { describe, expect, test } from 'vitest'
import type { Impact } from './change.ts'
import { compareDocuments } from './compare-documents.ts'
import type { JsonObject } from './json.ts'

function documentOf(side: 'request' | 'response', schema: JsonObject): JsonObject {
  const message = { content: { 'application/json': { schema: { properties: { value: schema } } } } }
  const post =
    side === 'request'
      ? { requestBody: message, responses: { 200: { description: '' } } }
      : { responses: { 200: { description: '', ...message } } }
  return { openapi: '3.1.1', paths: { '/a': { post } } }
}

function impactOf(side: 'request' | 'response', before: JsonObject, after: JsonObject): Impact | undefined {
  return compareDocuments(documentOf(side, before), documentOf(side, after)).impact
}

// Each keyword with a value that allows more, and one that allows less; its absence allows the most.
const limits: readonly (readonly [keyword: string, more: unknown, less: unknown])[] = [
  ['maximum', 10, 5],
  ['exclusiveMaximum', 10, 5],
  ['maxLength', 10, 5],
  ['maxItems', 10, 5],
  ['maxProperties', 10, 5],
  ['minimum', 1, 2],
  ['exclusiveMinimum', 1, 2],
  ['minLength', 1, 2],
  ['minItems', 1, 2],
  ['minProperties', 1, 2],
  ['multipleOf', 2, 4],
  ['format', 'uri-reference', 'uri'],
  ['type', ['string', 'integer'], 'string'],
  ['type', 'number', 'integer'],
  ['type', ['string', 'null'], 'string'],
  ['enum', ['a', 'b'], ['a']],
  ['anyOf', [{ format: 'uri' }, { format: 'uuid' }], [{ format: 'uri' }]],
  ['items', { maxLength: 10 }, { maxLength: 5 }],
  ['additionalProperties', { maxLength: 10 }, { maxLength: 5 }],
  ['additionalProperties', { maxLength: 10 }, false],
  ['patternProperties', { '^a': { maxLength: 10 } }, { '^a': { maxLength: 5 } }],
  ['propertyNames', { maxLength: 10 }, { maxLength: 5 }],
]

describe.for(limits)('%s: %j allows more than %j', ([keyword, more, less]) => {
  const [any, wide, narrow] = [{}, { [keyword]: more }, { [keyword]: less }]
  test.for([
    ['added', any, wide],
    ['added at its tightest', any, narrow],
    ['tightened', wide, narrow],
  ] as const)(
    'a limit that is %s breaks requests but not responses, and reverting it breaks responses but not requests',
    ([, before, after]) => {
      expect(impactOf('request', before, after)).toBe('breaking')
      expect(impactOf('response', before, after)).toBe('feature')
      expect(impactOf('request', after, before)).toBe('feature')
      expect(impactOf('response', after, before)).toBe('breaking')
    },
  )
})

test.for([
  ['uniqueItems', true],
  ['const', 'a'],
  ['pattern', '^a'],
  ['not', { const: 'a' }],
])('%s: adding the limit breaks requests, removing it breaks responses', ([keyword, value]) => {
  const limited = { [String(keyword)]: value }
  expect(impactOf('request', {}, limited)).toBe('breaking')
  expect(impactOf('response', {}, limited)).toBe('feature')
  expect(impactOf('request', limited, {})).toBe('feature')
  expect(impactOf('response', limited, {})).toBe('breaking')
})

test.for([
  ['pattern', '^a', '^b'],
  ['format', 'date', 'time'],
  ['multipleOf', 2, 3],
  ['type', 'string', 'boolean'],
  ['enum', ['a', 'b'], ['b', 'c']],
  ['const', 'a', 'b'],
  ['not', { const: 'a' }, { const: 'b' }],
])('%s: %j and %j each allow values that the other does not, which breaks both', ([keyword, one, other]) => {
  const [before, after] = [{ [String(keyword)]: one }, { [String(keyword)]: other }]
  for (const side of ['request', 'response'] as const) {
    expect(impactOf(side, before, after)).toBe('breaking')
    expect(impactOf(side, after, before)).toBe('breaking')
  }
})

test('a changed default matters for requests, and only informs for responses', () => {
  const [none, one, two] = [{}, { default: 1 }, { default: 2 }]
  expect(impactOf('request', none, one)).toBe('feature')
  expect(impactOf('request', one, two)).toBe('breaking')
  expect(impactOf('request', one, none)).toBe('breaking')
  for (const [before, after] of [
    [none, one],
    [one, two],
    [one, none],
  ] as const)
    expect(impactOf('response', before, after)).toBe('fix')
})

test('deprecating is a feature; removing the deprecation is a fix', () => {
  for (const side of ['request', 'response'] as const) {
    expect(impactOf(side, {}, { deprecated: true })).toBe('feature')
    expect(impactOf(side, { deprecated: true }, {})).toBe('fix')
  }
})
