import { expect, test } from 'vitest'
import { parseJson, parseJsonNumber } from './json-numbers.ts'

// RFC 8259, section 6.
test.each([
  ['0', 0],
  ['-0', -0],
  ['5', 5],
  ['5.0', 5],
  ['-1.5', -1.5],
  ['1e2', 100],
  ['1E+2', 100],
  ['25e-1', 2.5],
])('%s is a JSON number', (text, value) => {
  expect(parseJsonNumber(text)).toBe(value)
})

test.each([
  '',
  ' ',
  ' 5',
  '5 ',
  '+5',
  '007',
  '.5',
  '5.',
  '0x10',
  '0b11',
  '0o7',
  '1_000',
  'Infinity',
  '-Infinity',
  'NaN',
])('"%s" is not a JSON number', (text) => {
  expect(parseJsonNumber(text)).toBeUndefined()
})

test.each(['1e', 'e5', '1e5.5', '5n', '٥', '\uFEFF5', '--1', '1e999'])('"%s" is not a number either', (text) => {
  expect(parseJsonNumber(text)).toBeUndefined()
})

const edge = 2n ** 63n

// OpenAPI 3.1.1, section 4.4.2: int64 is "signed 64 bits".
test.each([
  [`${edge - 1n}`, true],
  [`${edge - 2n}`, true],
  [`${edge}`, false],
  [`${edge + 1n}`, false],
  [`${-edge}`, true],
  [`${-edge + 1n}`, true],
  [`${-edge - 1n}`, false],
  ['9223372036854775807.0', true],
  ['9.223372036854775807e18', true],
  ['9.223372036854775808e18', false],
  ['92233720368547758070e-1', true],
  ['-9.223372036854775809e18', false],
  ['9223372036854775808.0', false],
  ['922337203685477580e1', true],
  ['922337203685477581e1', false],
])('%s is within int64: %s', (text, within) => {
  for (const value of [parseJsonNumber(text), parseJson(text), Object(parseJson(`{"a":[${text}]}`)).a[0]]) {
    expect(value >= -(2 ** 63) && value < 2 ** 63).toBe(within)
  }
})

// IEEE 754: between 2^62 and 2^63 doubles are 1024 apart, beyond it 2048.
test.each([
  [`${edge - 1n}`, 2 ** 63 - 1024],
  [`-${edge + 1n}`, -(2 ** 63) - 2048],
  [`${edge}`, 2 ** 63],
])('%s becomes the closest number on its side of the limit', (text, closest) => {
  expect(parseJsonNumber(text)).toBe(closest)
})

test.each([
  [1_000, 2 ** 63 - 1024],
  [1_001, 2 ** 63],
])('a number of %i characters is compared exactly only up to 1000', (length, value) => {
  expect(parseJsonNumber(`${edge - 1n}.`.padEnd(length, '0'))).toBe(value)
})

test('a string that looks like such a number is unchanged, and invalid JSON is rejected', () => {
  expect(parseJson('{"9223372036854775807":"9223372036854775807"}')).toEqual({
    '9223372036854775807': '9223372036854775807',
  })
  expect(() => parseJson('{"a":9223372036854775807')).toThrow(SyntaxError)
})
