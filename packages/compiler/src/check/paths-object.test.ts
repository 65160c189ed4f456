import { expect, test } from 'vitest'
import { documentOf, readFiles } from '../../test/fixture.ts'
import { readOperations } from '../read/operation-object.ts'
import { checkPaths } from './paths-object.ts'

const done = "responses: { '204': { description: Done } }"

/** Returns an operation that declares these path parameters. */
const get = (id: string, ...parameters: readonly string[]): string => {
  const described = parameters.map((name) => `{ name: ${name}, in: path, required: true, schema: { type: string } }, `)
  return `{ operationId: ${id}, parameters: [${described.join('')}{ name: q, in: query, schema: { type: string } }], ${done} }`
}

function check(paths: string, repair = false): readonly string[] {
  const { reader, problems } = readFiles({ 'openapi.yaml': documentOf({ paths }) }, repair)
  checkPaths(readOperations(reader), reader)
  return [
    ...problems().map(({ pointer, message }) => `${pointer} ${message}`),
    ...reader.repairs.list().map(({ kind, pointer, message }) => `${kind} ${pointer} ${message}`),
  ]
}

// OpenAPI 3.1.1, sections 4.8.8 (Paths Object) and 4.8.12.1 (Parameter Object: names of path parameters).
test.each<[string, string, readonly string[]]>([
  ['a template whose parameters are declared', `/a/{b}/{c}-{d}: { get: ${get('a', 'b', 'c', 'd')} }`, []],
  ['an extension', 'x-a: { get: 1 }', []],
  ['a path without a slash', `a: { get: ${get('a')} }`, ['/paths/a does not start with a slash; add it']],
  [
    'a path with a query',
    `/a?b={b}: { get: ${get('a', 'b')} }`,
    ['/paths/~1a?b={b} contains a query or fragment; describe a query as parameters'],
  ],
  [
    'a path with a fragment',
    `'/a#b': { get: ${get('a')} }`,
    ['/paths/~1a#b contains a query or fragment; describe a query as parameters'],
  ],
  [
    'a parameter that is not in the template',
    `/a/{b}: { get: ${get('a', 'b', 'c')} }`,
    ['/paths/~1a~1{b}/get/parameters path parameter `c` is not in /a/{b}; add {c} or remove it'],
  ],
  [
    'a template whose parameters are not declared',
    `/a/{b}/{c}: { get: ${get('a', 'c')} }`,
    ['/paths/~1a~1{b}~1{c}/get {b} of /a/{b}/{c} is not declared; add a path parameter `b`'],
  ],
  [
    'a parameter that appears twice',
    `/a/{b}/c/{b}: { get: ${get('a', 'b')} }`,
    ['/paths/~1a~1{b}~1c~1{b}/get {b} appears twice in /a/{b}/c/{b}; give each parameter its own name'],
  ],
  ['paths of different lengths', `/a: { get: ${get('a')} }\n/a/{b}: { get: ${get('b', 'b')} }`, []],
  [
    'paths that differ in case, with the same method',
    `/a: { get: ${get('a')}, put: ${get('b')} }\n/A: { post: ${get('c')}, put: ${get('d')} }`,
    ['/paths/~1A differs from /a only in case or in the names of parameters; merge them'],
  ],
  [
    'paths that differ in the names of parameters, with other methods',
    `/a/{b}: { get: ${get('a', 'b')} }\n/a/{c}: { put: ${get('b', 'c')} }`,
    ['/paths/~1a~1{c} differs from /a/{b} only in case or in the names of parameters; merge them'],
  ],
])('The problems reported for %s', (_, paths, said) => {
  expect(check(paths)).toEqual(said)
})

test('Paths that differ only in parameter names are distinguished by their methods if repairs are allowed', () => {
  const same = (path: string): string =>
    `/paths/~1a~1{${path}} differs from /a/{b} only in case or in the names of parameters`
  const [b, c, d] = ['b', 'c', 'd'].map((name) => [`/a/{${name}}`, get(name, name)])
  const [one, two] = [`${b?.[0]}: { get: ${b?.[1]} }`, `${c?.[0]}: { put: ${c?.[1]} }`]
  expect(check(`${one}\n${two}`, true)).toEqual([`distinguished ${same('c')}`])
  // The third path shares its method with the second, but is compared with the first one, too.
  expect(check(`${one}\n${two}\n${d?.[0]}: { put: ${d?.[1]} }`, true)).toEqual([
    `${same('d')}; merge them`,
    `distinguished ${same('c')}`,
  ])
})
