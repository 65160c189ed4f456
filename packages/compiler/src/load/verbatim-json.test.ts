import { expect, test } from 'vitest'
import { loadFile, the } from '../../test/fixture.ts'
import { valueAt } from '../grammar/json.ts'
import { locate } from './source-file.ts'
import { verbatimJson } from './verbatim-json.ts'

function verbatimOf(yaml: string): string | undefined {
  const file = loadFile('exchange.yaml', yaml)
  const path = ['body', 'value']
  return verbatimJson(locate(file, path), the(valueAt(file.value, path)))
}

test.each<[string, string, string | undefined]>([
  ['on one line', 'body: { value: {"a":  1} }', '{"a":  1}'],
  [
    'on lines of its own',
    'body:\n  value:\n    {\n      "a": 1,\n\n      "b": [ 2 ]\n    }\n',
    '{\n  "a": 1,\n\n  "b": [ 2 ]\n}',
  ],
  ['after its key, indented like its lines', 'body:\n  value: {\n      "a": 1\n    }\n', '{\n  "a": 1\n}'],
  [
    'on lines that are indented less than its first',
    'body:\n  value:\n        {\n      "a": 1\n      }\n',
    '{\n"a": 1\n}',
  ],
  [
    'on lines that are indented more than its first',
    'body:\n  value:\n    {\n        "a": 1\n        }\n',
    '{\n    "a": 1\n    }',
  ],
  [
    'after its key, indented deeper than the key',
    'body:\n  value: {\n                "a": 1\n              }\n',
    '{\n  "a": 1\n}',
  ],
  [
    'with a line of white space',
    'body:\n  value:\n    {\n      "a": 1,\n \n      "b": 2\n    }\n',
    '{\n  "a": 1,\n\n  "b": 2\n}',
  ],
  ['a number near the limit of int64', 'body: { value: {"a": 9223372036854775807} }', '{"a": 9223372036854775807}'],
  ['a string', 'body: { value: "a" }', '"a"'],
  ['a number', 'body: { value: 1.50 }', '1.50'],
  ['YAML without quotes', 'body: { value: { a: 1 } }', undefined],
  ['a string without quotes', 'body: { value: a }', undefined],
  ['a YAML-only number', 'body: { value: 0x10 }', undefined],
  ['an escape sequence', 'body: { value: "\\/" }', '"\\/"'],
  ['an alias', 'x: &x {"a":1}\nbody: { value: *x }', undefined],
])('A value is kept verbatim if it is JSON: %s', (_, yaml, text) => {
  expect(verbatimOf(yaml)).toBe(text)
})
