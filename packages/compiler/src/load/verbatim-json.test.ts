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
  ['after its key, indented as its lines are', 'body:\n  value: {\n      "a": 1\n    }\n', '{\n  "a": 1\n}'],
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
    'after its key, indented deeper than that',
    'body:\n  value: {\n                "a": 1\n              }\n',
    '{\n  "a": 1\n}',
  ],
  [
    'with a line of a space only',
    'body:\n  value:\n    {\n      "a": 1,\n \n      "b": 2\n    }\n',
    '{\n  "a": 1,\n\n  "b": 2\n}',
  ],
  ['a number next to the edge of int64', 'body: { value: {"a": 9223372036854775807} }', '{"a": 9223372036854775807}'],
  ['a text', 'body: { value: "a" }', '"a"'],
  ['a number', 'body: { value: 1.50 }', '1.50'],
  ['YAML without quotes', 'body: { value: { a: 1 } }', undefined],
  ['a text without quotes', 'body: { value: a }', undefined],
  ['a number of YAML', 'body: { value: 0x10 }', undefined],
  ['what JSON reads as something else', 'body: { value: "\\/" }', '"\\/"'],
  ['an alias', 'x: &x {"a":1}\nbody: { value: *x }', undefined],
])('%s is kept as it was written if it is JSON', (_, yaml, text) => {
  expect(verbatimOf(yaml)).toBe(text)
})
