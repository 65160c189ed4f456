import { expect, test } from 'vitest'
import { loadFile, the } from '../../test/fixture.ts'
import { type Json, valueAt } from '../grammar/json.ts'
import { exactJson } from './exact-json.ts'
import { locate } from './source-file.ts'

function exactJsonOf(yaml: string): string | undefined {
  const file = loadFile('example.yaml', `anchor: &large 9007199254740993\nexample: ${yaml}`)
  const value: Json = the(valueAt(file.value, ['example']))
  return exactJson(locate(file, ['example']), value)
}

// IEEE 754: a double holds integers up to 2^53, and 15 to 17 decimal digits.
test.each([
  '9007199254740993',
  '-9007199254740993',
  '1000000000000000000001',
  '0.12345678901234567',
  '0.30000000000000000001',
  '123456789012345678e-5',
  '-0.00123456789012345678',
])('%s keeps all its digits', (number) => {
  expect(exactJsonOf(number)).toBe(number)
})

test.each([
  '9007199254740991',
  '9007199254740992',
  '0.1',
  '0.1234567890123456',
  '1.23e30',
  '1.23E+30',
  '100000000000000000000000',
  '-100000000000000000000000.00',
  // Anything but a JSON number is left to the YAML parser.
  '0x20000000000001',
  '.inf',
  "'9007199254740993'",
  '[a, { b: true }]',
  'null',
])('a double represents %s exactly', (example) => {
  expect(exactJsonOf(example)).toBeUndefined()
})

test.each([
  ['[1, *large, a, true, null]', '[1,9007199254740993,"a",true,null]'],
  [
    "{ a: 9007199254740993, 'b': '\"', 200: 2, c: { d: , f }, e: [[]] }",
    '{"a":9007199254740993,"b":"\\"","200":2,"c":{"d":null,"f":null},"e":[[]]}',
  ],
  [
    '[*large, 0.00, 1.50, -1.50, 1E2, 12e-1, 100, 0.001, 1e-7, 0.00000015, +5, 007, 0x1F]',
    '[9007199254740993,0,1.5,-1.5,100,1.2,100,0.001,1e-7,1.5e-7,5,7,31]',
  ],
])('beside such a number, %s becomes JSON with the same values', (yaml, json) => {
  expect(exactJsonOf(yaml)).toBe(json)
})
