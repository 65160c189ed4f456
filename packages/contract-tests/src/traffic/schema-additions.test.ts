import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import { describe, expect, test } from 'vitest'
import { createFindAdditions } from './schema-additions.ts'

/** Finds the additions in a response body of a made-up operation. */
function additionsOf(schema: JsonObject, value: unknown, schemas: JsonObject = {}): readonly string[] {
  const content = { 'application/json': { schema } }
  const document = {
    paths: { '/things': { $ref: '#/components/pathItems/things' } },
    components: {
      schemas,
      pathItems: {
        things: { get: { operationId: 'list', responses: { '200': { $ref: '#/components/responses/ok' } } } },
      },
      responses: { ok: { content } },
    },
  }
  const found: string[] = []
  const place = { operation: 'list', message: 'response', status: '200', mediaType: 'application/json' } as const
  createFindAdditions(document)(place, value, '', {
    violation: () => {},
    unchecked: () => {},
    addition: (kind, pointer) => found.push(`${kind} ${pointer}`),
  })
  return found
}

const text = { type: 'string' }
const node = { properties: { next: { $ref: '#/components/schemas/Node' }, id: text } }

describe('a property is new', () => {
  test.for<[string, JsonObject, unknown, readonly string[]]>([
    ['where an object lists others', { properties: { a: text } }, { a: '', b: '' }, ['property /b']],
    [
      'whatever its name',
      { properties: {} },
      JSON.parse('{"__proto__":1,"a/b~c":2}'),
      ['property /__proto__', 'property /a~1b~0c'],
    ],
    ['in a list', { items: { properties: { a: text } } }, [{ a: '' }, { b: '' }], ['property /1/b']],
    [
      'in a list with a schema per position',
      { prefixItems: [{}, { properties: { a: text } }], items: {} },
      [{ b: 1 }, { b: 1 }],
      ['property /1/b'],
    ],
    [
      'through references',
      { $ref: '#/components/schemas/Node' },
      { next: { next: { other: 1 } } },
      ['property /next/next/other'],
    ],
    [
      'where no part of a composition has it',
      { allOf: [{ properties: { a: text } }], oneOf: [{ properties: { b: text } }] },
      { a: '', b: '', c: '' },
      ['property /c'],
    ],
  ])('%s', ([, schema, value, additions]) => {
    expect(additionsOf(schema, value, { Node: node })).toEqual(additions)
  })

  test.for<[string, JsonObject, unknown]>([
    ['where an object lists none', { type: 'object' }, { a: 1 }],
    ['where any value is allowed', {}, { a: { b: [{ c: 1 }] } }],
    ['where others are described', { properties: { a: text }, additionalProperties: text }, { b: '' }],
    ['where its name is described', { properties: { a: text }, patternProperties: { '^x-': {} } }, { 'x-b': { c: 1 } }],
    [
      'where it is forbidden, which is a violation instead',
      { properties: { a: text }, additionalProperties: false },
      { b: '' },
    ],
  ])('not %s', ([, schema, value]) => {
    expect(additionsOf(schema, value)).toEqual([])
  })
})

describe('a value is new', () => {
  const known = { type: 'string', 'x-known-values': [{ value: 'Done' }, { value: 'Failed' }] }

  test('where an open set does not list it', () => {
    expect(additionsOf(known, 'Paused')).toEqual(['value '])
    expect(additionsOf(known, 'Done')).toEqual([])
  })

  test('in another case, unless case is ignored', () => {
    expect(additionsOf(known, 'done')).toEqual(['value '])
    expect(additionsOf({ ...known, 'x-case-insensitive': true }, 'done')).toEqual([])
  })

  test('where no part of a composition lists it', () => {
    const either = {
      oneOf: [{ $ref: '#/components/schemas/Known' }, { 'x-known-values': [{ value: 'Other' }] }, { type: 'null' }],
    }
    expect(['Other', 'Done', null, 'Paused'].map((value) => additionsOf(either, value, { Known: known }))).toEqual([
      [],
      [],
      [],
      ['value '],
    ])
  })
})

test('a schema that only references itself terminates', () => {
  expect(
    additionsOf({ $ref: '#/components/schemas/Self' }, { a: 1 }, { Self: { $ref: '#/components/schemas/Self' } }),
  ).toEqual([])
})
