import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { bundleFiles, compileFiles, documentOf, loadFiles, oneOperation, problemsOf, the } from '../../test/fixture.ts'
import { type Json, type JsonObject, toPointer, valueAt } from '../grammar/json.ts'
import { pathOf } from './source-file.ts'

const answer = (schema: string): string =>
  oneOperation(`responses: { '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`)

test("A file that is a component is referenced by the component's name", async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: schemas/thing.yaml }'),
      rest: 'components: { schemas: { Thing: { $ref: schemas/thing.yaml } } }',
    }),
    'schemas/thing.yaml': 'type: object\nproperties: { parts: { type: array, items: { $ref: "#" } } }',
  })
  expect(document).toMatchObject({
    paths: {
      '/things': {
        get: {
          responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
        },
      },
    },
    components: {
      schemas: { Thing: { properties: { parts: { items: { $ref: '#/components/schemas/Thing' } } } } },
    },
  })
})

test('A schema that is not a component becomes one, named after its file', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({ paths: answer('{ $ref: schemas/thing.yaml }') }),
    'schemas/thing.yaml': 'type: object\nproperties: { next: { $ref: thing.yaml } }',
  })
  expect(document).toMatchObject({
    components: { schemas: { thing: { properties: { next: { $ref: '#/components/schemas/thing' } } } } },
  })
})

test('A name that is already taken gets a number', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ anyOf: [{ $ref: a/thing.yaml }, { $ref: b/thing.yaml }] }'),
    }),
    'a/thing.yaml': 'type: string',
    'b/thing.yaml': 'type: integer',
  })
  expect(document).toMatchObject({
    components: { schemas: { thing: { type: 'string' }, thing2: { type: 'integer' } } },
  })
})

test('A path item, an example and a fault replace their references', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: paths/things.yaml }' }),
    'paths/things.yaml': `get:
  operationId: getThings
  responses:
    '200':
      description: Ok
      content: { application/json: { examples: { one: { $ref: '../bodies.yaml#/first' } } } }`,
    'bodies.yaml': 'first: { value: [1] }',
  })
  expect(document).toMatchObject({
    paths: {
      '/things': {
        get: { responses: { 200: { content: { 'application/json': { examples: { one: { value: [1] } } } } } } },
      },
    },
  })
})

test('An entry may reference its content through several files', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: first.yaml }'),
      rest: 'components: { schemas: { Thing: { $ref: first.yaml } } }',
    }),
    'first.yaml': '$ref: second.yaml',
    'second.yaml': 'type: string',
  })
  expect(document).toMatchObject({ components: { schemas: { Thing: { type: 'string' } } } })
})

test('Siblings of an intermediate $ref apply only through that reference', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: answer("{ type: array, prefixItems: [{ $ref: '#/components/schemas/Short' }, { $ref: text.yaml }] }"),
      rest: 'components: { schemas: { Short: { $ref: short.yaml } } }',
    }),
    'short.yaml': '$ref: text.yaml\nmaxLength: 2',
    'text.yaml': 'type: string',
  })
  const validate = the(the(contract.operations.getThings).responses[200]).content['application/json']?.validate
  expect(validate?.(['ab', 'abc'])).toEqual([])
  expect(validate?.(['abc', 1])?.map(({ pointer, keyword }) => `${pointer} ${keyword}`)).toEqual([
    '/0 maxLength',
    '/1 type',
  ])
})

test('A schema may reference itself', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: count.yaml }'),
      rest: 'components: { schemas: { Count: { $ref: count.yaml } } }',
    }),
    'count.yaml': "$defs: { a: { type: integer }, b: { $ref: '#/$defs/a' } }\n$ref: '#/$defs/b'",
  })
  const validate = the(the(contract.operations.getThings).responses[200]).content['application/json']?.validate
  expect(validate?.(5)).toEqual([])
  expect(validate?.('a')).toHaveLength(1)
})

test('Components that only reference each other are an error', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({
      rest: "components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } }",
    }),
  })
  expect(problems[0]?.message).toMatch(/contains itself in the same place/)
})

test('An alias that comes first leaves the file to the component that defines it', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      rest: "components: { schemas: { Alias: { $ref: '#/components/schemas/Thing' }, Thing: { $ref: thing.yaml } } }",
    }),
    'thing.yaml': 'type: string',
  })
  expect(document).toMatchObject({
    components: { schemas: { Alias: { $ref: '#/components/schemas/Thing' }, Thing: { type: 'string' } } },
  })
})

test('A description beside a reference replaces that of the target', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: oneOperation(
        "responses: { '400': { $ref: '#/components/responses/Bad', description: Worse }, '404': { $ref: '#/components/responses/Bad' } }",
      ),
      rest: 'components: { responses: { Bad: { description: Bad } } }',
    }),
  })
  const { responses } = the(contract.operations.getThings)
  expect([responses[400]?.description, responses[404]?.description]).toEqual(['Worse', 'Bad'])
})

test('A component may be an alias of another component', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: answer("{ $ref: '#/components/schemas/Alias' }"),
      rest: "components: { schemas: { Alias: { $ref: '#/components/schemas/Thing' }, Thing: { type: string } } }",
    }),
  })
  const validate = the(the(contract.operations.getThings).responses[200]).content['application/json']?.validate
  expect(validate?.('text')).toEqual([])
  expect(validate?.(1)).toHaveLength(1)
})

test('A pointer may target a part of a component, or a schema that is not a component', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: answer(
        "{ type: array, prefixItems: [{ $ref: '#/components/schemas/Thing/properties/name' }, { $ref: '#/components/responses/Other/content/application~1json/schema' }] }",
      ),
      rest: `components:
  schemas: { Thing: { type: object, properties: { name: { type: string } } } }
  responses: { Other: { description: Other, content: { application/json: { schema: { type: integer } } } } }`,
    }),
  })
  const validate = the(the(contract.operations.getThings).responses[200]).content['application/json']?.validate
  expect(validate?.(['text', 1])).toEqual([])
  expect(validate?.([1, 'text'])?.map(({ pointer }) => pointer)).toEqual(['/0', '/1'])
})

test('A $ref within an example is an error, because tools disagree about its meaning', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({
      paths: oneOperation(
        "responses: { '200': { description: Ok, content: { application/json: { example: [{ $ref: one.yaml }] } } } }",
      ),
    }),
    'one.yaml': '1',
  })
  expect(problems[0]).toMatchObject({
    pointer: '/paths/~1things/get/responses/200/content/application~1json/example/0/$ref',
    message: expect.stringMatching(/is a `\$ref` within data.*write the value out/),
  })
})

test.each([
  ['a missing file', 'missing.yaml', /leads to .*missing\.yaml, which does not exist; correct the path/],
  [
    'a missing component',
    '#/components/schemas/Missing',
    /`#\/components\/schemas\/Missing` does not resolve; correct/,
  ],
  ['an anchor', '#thing', /`#thing` does not resolve/],
  ['another machine', 'https://example.com/thing.yaml', /is remote, and nothing is fetched; keep a copy/],
])('A reference to %s is an error at the reference', async (_, reference, message) => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: paths/things.yaml }' }),
    'paths/things.yaml': `get:
  operationId: getThings
  responses:
    '200':
      description: Ok
      content:
        application/json:
          schema: { $ref: '${reference}' }`,
  })
  expect(problems).toEqual([
    {
      file: 'paths/things.yaml',
      line: 8,
      column: 27,
      pointer: '/get/responses/200/content/application~1json/schema/$ref',
      message: expect.stringMatching(message),
      operations: ['getThings'],
    },
  ])
})

test('A path item that references itself is an error', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: things.yaml }' }),
    'things.yaml': '$ref: things.yaml',
  })
  expect(problems[0]?.message).toMatch(/is circular; only schemas may/)
})

test('A file that does not parse is an error at the position where parsing stops', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: things.yaml }' }),
    'things.yaml': 'get:\n  operationId: [getThings\n',
  })
  expect(problems[0]).toMatchObject({
    file: 'things.yaml',
    line: 3,
    message: expect.stringMatching(/^does not parse: /),
  })
})

test('A duplicate key is an error', async () => {
  const problems = await problemsOf({ 'openapi.yaml': `${documentOf()}\ninfo: { title: Again, version: 2.0.0 }` })
  expect(problems[0]?.message).toMatch(/^`info` appears twice in the same mapping; keep one$/)
})

const info = { title: 'Things', version: '1.0.0' }
const done = { '204': { description: 'Done' } }
const text = { type: 'string' }
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

/** Returns the paths and components of a bundled document. */
function bundled(openapi: JsonObject, files: Readonly<Record<string, Json>> = {}): Json {
  const document: JsonObject = { openapi: '3.1.1', info, ...openapi }
  const texts = Object.entries({ 'openapi.yaml': document, ...files }).map(([name, json]) => [
    name,
    JSON.stringify(json),
  ])
  const { openapi: _, info: __, ...rest } = bundleFiles(Object.fromEntries(texts)).whole.document
  return rest
}

// OpenAPI 3.1.1, sections 4.8.7 (Components), 4.8.9 (Path Item), 4.8.23 (Reference Object); JSON Schema 2020-12, Core, section 8.2.3.
test.each<[string, JsonObject, Readonly<Record<string, Json>>, JsonObject]>([
  [
    'references to schemas in other files become references to components, named after their keys or files',
    {
      paths: {},
      components: { schemas: { A: { anyOf: [{ $ref: 'b.yaml' }, { $ref: 'c.yaml#/C d' }, { $ref: 'b.yaml' }] } } },
    },
    { 'b.yaml': { items: { $ref: '#' } }, 'c.yaml': { 'C d': text } },
    {
      paths: {},
      components: { schemas: { A: { anyOf: [ref('b'), ref('C_d'), ref('b')] }, b: { items: ref('b') }, C_d: text } },
    },
  ],
  [
    'a component that is a reference takes in the file, unless keywords beside the reference extend it',
    {
      components: {
        schemas: {
          Same: { $ref: 'a.yaml' },
          Longer: { $ref: 'b.yaml', minLength: 2 },
          Told: { $ref: 'c.yaml', description: 'Mine' },
        },
      },
    },
    { 'a.yaml': text, 'b.yaml': { type: 'string', title: 'B' }, 'c.yaml': { type: 'integer' } },
    {
      components: {
        schemas: {
          Same: text,
          Longer: { $ref: '#/components/schemas/b', minLength: 2 },
          Told: { $ref: '#/components/schemas/c', description: 'Mine' },
          b: { type: 'string', title: 'B' },
          c: { type: 'integer' },
        },
      },
    },
  ],
  [
    'references into a component keep pointing there',
    {
      components: {
        schemas: {
          A: { $ref: 'a.yaml' },
          B: { $ref: 'a.yaml#/properties/b~1c' },
          C: { items: { $ref: 'a.yaml#/properties/b~1c' } },
        },
      },
    },
    { 'a.yaml': { properties: { 'b/c': text } } },
    {
      components: {
        schemas: {
          A: { properties: { 'b/c': text } },
          B: text,
          C: { items: ref('B') },
        },
      },
    },
  ],
  [
    'objects other than schemas are inlined where they are used, with the texts beside the reference',
    {
      paths: { '/a': { $ref: 'a.yaml' }, '/b': { $ref: 'a.yaml', summary: 'B' } },
    },
    {
      'a.yaml': { summary: 'A', get: { operationId: 'a', responses: { '204': { $ref: 'done.yaml' } } } },
      'done.yaml': { description: 'Done' },
    },
    {
      paths: {
        '/a': { summary: 'A', get: { operationId: 'a', responses: done } },
        '/b': { summary: 'B', get: { operationId: 'a', responses: done } },
      },
    },
  ],
  [
    'components of other kinds stay components',
    {
      paths: { '/a': { get: { responses: { '204': { $ref: '#/components/responses/Done', description: 'Over' } } } } },
      components: { responses: { Done: { $ref: 'done.yaml' } } },
    },
    { 'done.yaml': { description: 'Done' } },
    {
      paths: { '/a': { get: { responses: { '204': { $ref: '#/components/responses/Done', description: 'Over' } } } } },
      components: { responses: { Done: { description: 'Done' } } },
    },
  ],
  [
    'references in free-form content are followed, in lists and mappings, too',
    {
      tags: [{ $ref: 'tag.yaml' }],
      externalDocs: { a: { b: { $ref: 'tag.yaml#/name' } } },
      components: { securitySchemes: { key: { type: 'oauth2', flows: { $ref: 'flows.yaml' } } } },
    },
    { 'tag.yaml': { name: { text: 'a' } }, 'flows.yaml': { implicit: { scopes: {} } } },
    {
      tags: [{ name: { text: 'a' } }],
      externalDocs: { a: { b: { text: 'a' } } },
      components: { securitySchemes: { key: { type: 'oauth2', flows: { implicit: { scopes: {} } } } } },
    },
  ],
  [
    'unknown extensions are unchanged',
    { 'x-a': { $ref: 'none.yaml' }, 'x-b': 'a', 'x-c': null, paths: { 'x-d': [{ $ref: 'none.yaml' }] } },
    {},
    { 'x-a': { $ref: 'none.yaml' }, 'x-b': 'a', 'x-c': null, paths: { 'x-d': [{ $ref: 'none.yaml' }] } },
  ],
  [
    'references in known extensions are followed',
    { 'x-faults': { '7': { $ref: 'fault.yaml' } } },
    {
      'fault.yaml': {
        ...{ code: '7', name: 'a', status: 404, text: 'A', operations: {}, actor: 'b', remedy: 'C', retry: 'never' },
        'x-evidence': { level: 'sdk', source: 'D' },
      },
    },
    {
      'x-faults': {
        '7': {
          ...{ code: '7', name: 'a', status: 404, text: 'A', operations: {}, actor: 'b', remedy: 'C', retry: 'never' },
          'x-evidence': { level: 'sdk', source: 'D' },
        },
      },
    },
  ],
  [
    'schemas may be true or false',
    { components: { schemas: { A: true, B: { properties: { a: false }, items: { $ref: 'c.yaml' } } } } },
    { 'c.yaml': true },
    { components: { schemas: { A: true, B: { properties: { a: false }, items: ref('c') }, c: true } } },
  ],
  [
    'a document without components gets the ones that it needs',
    {
      'x-known': 1,
      paths: { '/a': { get: { parameters: [{ name: 'a', in: 'query', schema: { $ref: 'a.yaml' } }] } } },
    },
    { 'a.yaml': text },
    {
      'x-known': 1,
      paths: { '/a': { get: { parameters: [{ name: 'a', in: 'query', schema: ref('a') }] } } },
      components: { schemas: { a: text } },
    },
  ],
])('%s', (_, openapi, files, expected) => {
  expect(bundled(openapi, files)).toEqual(expected)
})

test('The origin of each part is recorded, and every schema is found', () => {
  const { whole } = bundleFiles({
    'openapi.yaml': documentOf({
      rest: `components: { schemas: { A: { properties: { a: { $ref: 'a.yaml' }, b: true } } } }\nx-list: { a: [1] }`,
    }),
    'a.yaml': 'items: { type: string, enum: [a] }',
  })
  const at = (path: readonly string[], key?: string): string => {
    const part = valueAt(whole.document, path)
    if (typeof part !== 'object' || part === null) throw new Error('there is no such part')
    const location = whole.origin(part, key)
    return `${basename(location.file.path)} ${toPointer(pathOf(location))}`
  }
  expect(at([])).toBe('openapi.yaml ')
  expect(at([], 'info')).toBe('openapi.yaml /info')
  expect(at(['components', 'schemas'])).toBe('openapi.yaml /components/schemas')
  expect(at(['components', 'schemas', 'A', 'properties', 'a'], '$ref')).toBe(
    'openapi.yaml /components/schemas/A/properties/a/$ref',
  )
  expect(at(['components', 'schemas', 'a', 'items'], 'type')).toBe('a.yaml /items/type')
  expect(at(['components', 'schemas', 'a', 'items', 'enum'])).toBe('a.yaml /items/enum')
  expect(at(['x-list'])).toBe('openapi.yaml /x-list')
  expect(whole.schemas).toHaveLength(4)
  expect(whole.extensions.has(Object(whole.document['x-list']))).toBe(true)
  expect(whole.version).toBe('3.1')
  expect([...whole.leftOut]).toEqual([])
})
