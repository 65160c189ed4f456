import { expect, test } from 'vitest'
import { compareDocuments } from './compare-documents.ts'
import type { JsonObject } from './json.ts'

/** Returns a document whose response has `schema`, with further `schemas` as components. */
function answering(schema: unknown, schemas: JsonObject): JsonObject {
  const content = { 'application/json': { schema } }
  return {
    openapi: '3.1.1',
    paths: { '/a': { get: { operationId: 'read', responses: { 200: { description: '', content } } } } },
    components: { schemas },
  }
}

const said = (before: JsonObject, after: JsonObject) =>
  compareDocuments(before, after).changes.map(({ impact, subject, what }) => `${impact} ${subject} ${what}`)
const node = (value: unknown, next: unknown) => ({ properties: { value, next } })
const self = { $ref: '#/components/schemas/Node' }

test.for([
  ['a reference', self],
  ['a reference with a description', { ...self, description: 'The next.' }],
  ['a combination', { allOf: [self] }],
  ['null or a reference', { oneOf: [self, { type: 'null' }] }],
  ['a list', { type: 'array', items: self }],
])('a schema that contains itself by %s causes no endless loop, and its change is reported', ([, next]) => {
  const before = answering(self, { Node: node({ type: 'string' }, next) })
  const after = answering(self, { Node: node({ type: 'integer' }, next) })
  expect(said(before, after)).toContain('breaking `value` is integer instead of string')
  expect(said(before, structuredClone(before))).toEqual([])
})

test('schemas that combine each other cause no endless loop', () => {
  const refer = (name: string) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }] })
  const of = (type: string) =>
    answering(refer('A'), {
      A: { ...refer('B'), properties: { a: { type } } },
      B: { ...refer('A'), properties: { b: {} } },
    })
  expect(said(of('string'), of('integer'))).toEqual(['breaking `a` is integer instead of string'])
})

test('a recursive schema under another name is the same schema', () => {
  const other = { $ref: '#/components/schemas/Other' }
  const before = answering(self, { Node: node({ type: 'string' }, self) })
  const after = answering(other, { Other: node({ type: 'string' }, other) })
  expect(compareDocuments(before, after).impact).toBe('fix')
})

test('a recursive schema that references another one is a change', () => {
  const before = answering(self, { Node: node({ type: 'string' }, self) })
  const elsewhere = { $ref: '#/components/schemas/Elsewhere' }
  const after = answering(self, {
    Node: node({ type: 'string' }, elsewhere),
    Elsewhere: node({ type: 'integer' }, elsewhere),
  })
  expect(said(before, after)).toEqual(['breaking `next.value` is integer instead of string'])
})

test('an alternative that changes a lot is still compared with its old version', () => {
  const choice = [{ $ref: '#/components/schemas/Good' }, { type: 'null' }, { $ref: '#/components/schemas/Service' }]
  const good = (more: JsonObject) => ({ type: 'object', properties: { a: {}, b: {}, c: {}, d: {}, ...more } })
  const service = { type: 'object', properties: { hours: { type: 'integer' } }, required: ['hours'] }
  const before = answering({ anyOf: choice }, { Good: good({}), Service: service })
  const after = answering({ anyOf: choice }, { Good: good({ e: {}, f: {}, g: {} }), Service: service })
  expect(said(before, after)).toEqual(['feature `e` is new', 'feature `f` is new', 'feature `g` is new'])
})

test('references with a common prefix are all resolved, and reported in one line', () => {
  const text = { $ref: '#/components/schemas/Text' }
  const both = { properties: { code: text, codeName: text } }
  const before = answering(both, { Text: { type: 'string', maxLength: 5 } })
  const after = answering(both, { Text: { type: 'string', maxLength: 6 } })
  expect(said(before, after)).toEqual(['breaking `code` has `maxLength` 6 instead of 5 (likewise `codeName`)'])
})
