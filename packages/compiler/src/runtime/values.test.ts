import { expect, test } from 'vitest'
import { isEqual, isMultipleOf, textLength } from './values.ts'

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
  [
    { a: 1, b: 2 },
    { a: 1, b: 3 },
  ],
  ['', {}],
  [{}, ''],
  [{}, null],
  [[''], ''],
  [{ a: undefined }, { b: undefined }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{}, JSON.parse('{"__proto__": {}}')],
])('%j does not equal %j', (a, b) => {
  expect(isEqual(a, b)).toBe(false)
})

// JSON Schema 2020-12, Validation, section 6.2.1: a number is valid if division by the keyword's value makes an integer.
test.each([
  [6, 3, true],
  [7, 3, false],
  [0, 3, true],
  [-6, 3, true],
  [19.99, 0.01, true],
  [-0.07, 0.01, true],
  [0.075, 0.01, false],
  [5, 2.5, true],
  [2.5, 5, false],
  [7, 0.5, true],
  [7.25, 0.5, false],
  [1e-8, 1e-8, true],
  [1.5e-7, 1e-7, false],
  [12.5e-7, 0.25e-6, true],
  [1e22, 0.1, true],
  [1.5e300, 1e299, true],
])('%d is a multiple of %d: %s', (value, divisor, is) => {
  expect(isMultipleOf(value, divisor)).toBe(is)
})
