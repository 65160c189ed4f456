import { expect, test } from 'vitest'
import type { Json } from '../grammar/json.ts'
import { countColons, countMembers, jsonErrorOffset, placeAt, toJson } from './json-text.ts'

test.each<[Json, number]>([
  [{}, 0],
  [{ a: 1 }, 1],
  [{ a: { b: 1, c: [] }, d: [{ e: 1 }, [{ f: 1 }]] }, 6],
  [{ 'a:b': ':', '\\"': '":\\', '"\\:': '\\\\' }, 3],
  [[{}, { a: null }], 1],
  ['a: b', 0],
  [null, 0],
])('%j has as many colons as members: %i', (value, count) => {
  expect([countMembers(value), countColons(JSON.stringify(value))]).toEqual([count, count])
  expect(countColons(JSON.stringify(value, undefined, 2))).toBe(count)
})

test('A text with a duplicate key has more colons than the value has members', () => {
  const text = '{"a":1,"a":2}'
  expect([countColons(text), countMembers(JSON.parse(text))]).toEqual([2, 1])
})

test.each([
  ['Unexpected token } in JSON at position 12', 12],
  ['Expected a comma in JSON at position 7 (line 1 column 8)', 7],
  ['Unexpected end of JSON input', undefined],
])('the offset in "%s" is %s', (message, offset) => {
  expect(jsonErrorOffset(message)).toBe(offset)
})

test.each([
  [0, { line: 1, column: 1 }],
  [1, { line: 1, column: 2 }],
  [2, { line: 1, column: 3 }],
  [3, { line: 2, column: 1 }],
  [4, { line: 3, column: 1 }],
  [5, { line: 3, column: 2 }],
])('The offset %i of three lines is at %j', (offset, place) => {
  expect(placeAt('ab\n\nc', offset)).toEqual(place)
})

test('undefined becomes null, and a parsed value is unchanged', () => {
  expect([toJson(undefined), toJson(0), toJson({ a: 1 })]).toEqual([null, 0, { a: 1 }])
})
