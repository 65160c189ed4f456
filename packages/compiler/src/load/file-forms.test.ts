import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileFiles, documentOf, writeFiles } from '../../test/fixture.ts'
import { compile } from '../compile.ts'
import { CompileError } from './compile-error.ts'

const start = "openapi: 3.1.1\ninfo: { title: Things, version: '1' }\n"
const json = '{"openapi":"3.1.1","info":{"title":"Things","version":"1"},\n"paths":'
const done = "{ operationId: getThings, responses: { '204': { description: Done } } }"

/** Returns the problems that `compile` reports for a file, without its name. */
async function saidOf(name: string, content: string | Buffer): Promise<readonly string[]> {
  const folder = writeFiles({})
  writeFileSync(join(folder, name), content)
  try {
    await compile(join(folder, name))
    return []
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
  }
}

const aliases = Array.from({ length: 300 }, (_, index) => {
  return `  /a${index}: { get: { operationId: a${index}, responses: *none } }\n`
})

// YAML 1.2, sections 5.2, 6.9.2 and 7.1; RFC 8259, section 8.1.
test.each<[string, string, string | Buffer]>([
  ['a byte order mark in YAML', 'a.yaml', `\uFEFF${start}paths: { /a: { get: ${done} } }`],
  ['a byte order mark in JSON', 'a.json', `\uFEFF${json}{}}`],
  ['Windows line endings', 'a.yaml', `${start}paths: { /a: { get: ${done} } }`.replaceAll('\n', '\r\n')],
  [
    'hundreds of aliases of one anchor',
    'a.yaml',
    `${start}x-none: &none { '204': { description: Done } }\npaths:\n${aliases.join('')}`,
  ],
  ['an anchor that is defined again', 'a.yaml', `${start}x-a: &a 1\nx-b: &a [2]\nx-c: *a\npaths: {}`],
  ['colons and quotes in JSON', 'a.json', `${json}{},"x-a":{"\\"a:b\\\\":"c:d","e":[{"f":":"}]}}`],
])('%s is accepted', async (_, name, content) => {
  expect(await saidOf(name, content)).toEqual([])
})

const sized = (names: string): string =>
  [...names]
    .map((name, index) => `x-${name}: &${name} [${`*${names[index - 1]},`.repeat(index && 10) || 'l'}]\n`)
    .join('')

test.each<[string, string, string | Buffer, string]>([
  [
    'YAML in UTF-16',
    'a.yaml',
    Buffer.from(`\uFEFF${start}`, 'utf16le'),
    '1:1 is encoded in UTF-16 or UTF-32; save it as UTF-8',
  ],
  [
    'YAML in UTF-16 without a byte order mark',
    'a.yaml',
    Buffer.from(start, 'utf16le'),
    '1:1 is encoded in UTF-16 or UTF-32; save it as UTF-8',
  ],
  [
    'YAML in Latin-1',
    'a.yaml',
    Buffer.from(`${start}paths: {} # café`, 'latin1'),
    '3:16 is not UTF-8 here; save the file as UTF-8',
  ],
  [
    'truncated JSON',
    'a.json',
    `${json}{`,
    `2:10 is not JSON: Expected property name or '}' in JSON at position 69 (line 2 column 10); correct it, or name the file .yaml`,
  ],
  [
    'JSON truncated within a string',
    'a.json',
    `${json}{"a`,
    '2:12 is not JSON: Unterminated string in JSON at position 71 (line 2 column 12); correct it, or name the file .yaml',
  ],
  [
    'JSON that is empty',
    'a.json',
    '',
    '1:1 is not JSON: Unexpected end of JSON input; correct it, or name the file .yaml',
  ],
  [
    'a trailing comma in JSON',
    'a.json',
    `${json}{},}`,
    '2:12 is not JSON: Expected double-quoted property name in JSON at position 71 (line 2 column 12); correct it, or name the file .yaml',
  ],
  [
    'a duplicate key in JSON',
    'a.json',
    `${json}{"/a":{},\n"/b":{},\n"/a":{}}}`,
    '4:1 `/a` appears twice in the same mapping; keep one',
  ],
  [
    'a duplicate key in YAML',
    'a.yaml',
    `${start}paths:\n  /a: {}\n  "/a": {}\n`,
    '5:3 `/a` appears twice in the same mapping; keep one',
  ],
  [
    'a number and a string that are the same key',
    'a.yaml',
    `${start}paths:\n  /a: { get: { responses: { 200: { description: a }, '200': { description: b } } } }`,
    '4:54 `200` appears twice in the same mapping; keep one',
  ],
  [
    'an anchor that contains itself',
    'a.yaml',
    `${start}x-a: &a { b: [*a] }\npaths: {}`,
    '3:15 *a is part of the node that &a anchors, which would never end; write it out',
  ],
  [
    'aliases that multiply',
    'a.yaml',
    `${start}${sized('abcdefgh')}paths: {}`,
    '10:9 has aliases that expand to more than 5000000 values in this document; use fewer',
  ],
  [
    'a merge key',
    'a.yaml',
    `${start}x-a: &a { b: 1 }\nx-c: { <<: *a }\npaths: {}`,
    '4:8 `<<` is a merge key, which YAML 1.2 and thus OpenAPI do not have; write out what it merges',
  ],
  [
    'two YAML documents',
    'a.yaml',
    `${start}paths: {}\n---\n${start}`,
    '4:1 begins another YAML document; a description must be one, remove the rest',
  ],
  ['no YAML', 'a.yaml', '', '1:1 is not an OpenAPI document; it must be a mapping that starts with `openapi: 3.1.1`'],
])('%s is reported in one clear message', async (_, name, content, said) => {
  expect(await saidOf(name, content)).toEqual([said])
})

test('integers near the limit of int64 stay on their side of it in YAML, too', async () => {
  const of = (example: string): string =>
    documentOf({ rest: `components: { schemas: { Id: { type: integer, format: int64, example: ${example} } } }` })
  await expect(compileFiles({ 'openapi.yaml': of('9223372036854775807') })).resolves.toBeDefined()
  await expect(compileFiles({ 'openapi.yaml': of('9223372036854775808') })).rejects.toThrow('must match format "int64"')
})
