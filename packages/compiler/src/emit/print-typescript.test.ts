import { expect, test } from 'vitest'
import { toCode } from '../read/printable.ts'
import { print, printUnion } from './print-typescript.ts'

/** Evaluates the printed text. */
const readBack = (value: unknown): unknown => new Function(`return ${print(value)}`)()

test.each<[string, unknown]>([
  ['a quote', "it's"],
  ['double quotes', 'a "b" c'],
  ['a backslash', 'a\\b'],
  ['a backslash in several lines', 'a\\b\nc'],
  ['a line break', 'a\nb'],
  ['a carriage return', 'a\r\nb'],
  ['Unicode line separators', 'a\n\u2028b\u2029c'],
  ['text that looks like a template', ['a\n$', '{b} `c`'].join('')],
  ['a control character', '\u0000\t'],
  ['an empty string', ''],
  ['numbers', [0, -1, 1.5, 1e21]],
  ['null and booleans', [null, true, false]],
  ['keys that are not identifiers', { 'a-b': 1, '1a': 2, '': 3, $a: 4, _b1: 5, 'a b': 6 }],
  ['the key __proto__', JSON.parse('{ "__proto__": { "a": 1 } }')],
  ['empty containers', [{}, []]],
  [
    'a long value',
    { list: Array.from({ length: 40 }, (_, index) => `item ${index}`), inner: { deep: [{ a: 'b'.repeat(130) }] } },
  ],
])('%s is printed so that it reads back the same', (_, value) => {
  const back = readBack(value)
  expect(back).toEqual(value)
  expect(JSON.stringify(back)).toBe(JSON.stringify(value))
})

test('an object is printed on one line if it fits into 120 columns with a trailing comma, else with one member per line', () => {
  expect(print({ a: [1, 'b'], 'c-d': null })).toBe("{ a: [1, 'b'], 'c-d': null }")
  const name = 'x'.repeat(55)
  expect(print([name, name])).toBe(`['${name}', '${name}']`)
  expect(print([name, `${name}x`])).toBe(`['${name}', '${name}x']`)
  expect(print([name, `${name}xx`])).toBe(`[\n  '${name}',\n  '${name}xx',\n]`)
  expect(print({ key: [name, `${name}`] })).toBe(`{\n  key: [\n    '${name}',\n    '${name}',\n  ],\n}`)
})

test('a multi-line string makes its container multi-line', () => {
  expect(print({ a: 'b\nc' })).toBe('{\n  a: `b\nc`,\n}')
})

test('undefined members are omitted', () => {
  expect(print({ a: undefined, b: 1 })).toBe('{ b: 1 }')
})

test('code is printed verbatim, in shorthand if it equals its key', () => {
  expect(print({ faults: toCode('faults'), hash: toCode('contractHash') })).toBe('{ faults, hash: contractHash }')
})

test('a value with its own constant is referenced by name', () => {
  const shared = { a: 1 }
  expect(print({ first: shared, second: [shared] }, new Map([[shared, 'sharedThing']]))).toBe(
    '{ first: sharedThing, second: [sharedThing] }',
  )
})

test('an empty union is never', () => {
  expect(printUnion([])).toBe('never')
  expect(printUnion(['a', "b's"])).toBe("'a' | 'b\\'s'")
})
