import { expect, test } from 'vitest'
import { isEqual, textLength } from './values.ts'

test('The length of a string counts characters, not UTF-16 code units', () => {
  expect(['', 'abc', 'é', '😀', 'a😀b'].map(textLength)).toEqual([0, 3, 1, 1, 3])
})

test.each([
  [1, 1],
  [0, -0],
  ['a', 'a'],
  [null, null],
  [
    [1, [2]],
    [1, [2]],
  ],
  [
    { a: 1, b: { c: [] } },
    { b: { c: [] }, a: 1 },
  ],
])('%j equals %j', (a, b) => {
  expect(isEqual(a, b)).toBe(true)
})

test.each([
  [1, '1'],
  [0, false],
  [null, {}],
  [[], {}],
  [[1], [1, 2]],
  [{ a: 1 }, { b: 1 }],
  [{ a: undefined }, { b: undefined }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{}, JSON.parse('{"__proto__": {}}')],
])('%j does not equal %j', (a, b) => {
  expect(isEqual(a, b)).toBe(false)
})
