import { expect, test } from 'vitest'
import {
  canonical,
  fromPointer,
  isArray,
  isObject,
  isText,
  type Json,
  type JsonObject,
  listAt,
  objectAt,
  type Path,
  textAt,
  textOrEmptyAt,
  toPointer,
  valueAt,
} from './json.ts'

test.each<[Json | undefined, string]>([
  [{}, 'object'],
  [[], 'array'],
  ['', 'text'],
  [null, 'none of them'],
  [undefined, 'none of them'],
  [0, 'none of them'],
  [true, 'none of them'],
])('%j is %s', (value, kind) => {
  const found = Object.entries({ object: isObject(value), array: isArray(value), text: isText(value) })
  expect(found.filter(([, is]) => is).map(([name]) => name)).toEqual(kind === 'none of them' ? [] : [kind])
})

test('The value at a key has the requested type, or the result is empty', () => {
  const parent: JsonObject = { object: { a: 1 }, list: [1], text: 'a' }
  expect(['object', 'list', 'text', 'other'].map((key) => objectAt(parent, key))).toEqual([{ a: 1 }, {}, {}, {}])
  expect(['object', 'list', 'text', 'other'].map((key) => listAt(parent, key))).toEqual([[], [1], [], []])
  const texts = ['object', 'list', 'text', 'other'].map((key) => textAt(parent, key))
  expect(texts).toEqual([undefined, undefined, 'a', undefined])
  expect(['object', 'list', 'text', 'other'].map((key) => textOrEmptyAt(parent, key))).toEqual(['', '', 'a', ''])
})

test.each<[Json, string]>([
  [{ b: [2, { d: null, c: 'x' }], a: true }, '{"a":true,"b":[2,{"c":"x","d":null}]}'],
  [{ '"': 1 }, '{"\\"":1}'],
  [[], '[]'],
  [[1, 2], '[1,2]'],
  [{}, '{}'],
  ['a', '"a"'],
])('the canonical form of %j is %s', (value, text) => {
  expect(canonical(value)).toBe(text)
})

// RFC 6901, section 5.
test.each<[Path, string]>([
  [[], ''],
  [[''], '/'],
  [['foo', 0], '/foo/0'],
  [['a/b', 'm~n', '~1', '/~/~'], '/a~1b/m~0n/~01/~1~0~1~0'],
])('The pointer of %j is %s, and it is parsed back', (path, pointer) => {
  expect(toPointer(path)).toBe(pointer)
  expect(fromPointer(pointer)).toEqual(path.map(String))
})

test.each<[Path, Json | undefined]>([
  [[], { list: ['a', { b: null }], text: 'abc' }],
  [['list', 1, 'b'], null],
  [['list', '0'], 'a'],
  [['list', 2], undefined],
  [['list', 'length'], undefined],
  [['text', 0], undefined],
  [['text', 'length'], undefined],
  [['toString'], undefined],
  [['other', 'a'], undefined],
])('The value at %j is %j', (path, value) => {
  expect(valueAt({ list: ['a', { b: null }], text: 'abc' }, path)).toEqual(value)
})
