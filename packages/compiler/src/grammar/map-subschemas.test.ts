import { expect, test } from 'vitest'
import type { Json } from './json.ts'
import { mapSubschemas } from './map-subschemas.ts'

// JSON Schema 2020-12, Core, section 10.
test.each<[string, Json, Json]>([
  ['items', { type: 'string' }, [{ type: 'string' }]],
  ['not', true, [true]],
  ['allOf', [{ a: 1 }, false], [[{ a: 1 }], [false]]],
  ['properties', { a: true, b: {} }, { a: [true], b: [{}] }],
  // Values of the wrong type, and keywords without schemas.
  ['allOf', { a: 1 }, { a: 1 }],
  ['properties', [1], [1]],
  ['properties', 'a', 'a'],
  ['enum', [{}], [{}]],
  ['const', { a: 1 }, { a: 1 }],
  ['type', 'string', 'string'],
])('The schemas in the keyword %s with the value %j are mapped to %j', (keyword, value, changed) => {
  expect(mapSubschemas(keyword, value, (schema) => [schema])).toEqual(changed)
})
