import { expect, test } from 'vitest'
import { compileFiles, documentOf, oneOperation, problemsOf } from '../../test/fixture.ts'

const done = "responses: { '204': { description: Done } }"

const withOperation = (text: string): string => documentOf({ paths: oneOperation(`${text}\n${done}`) })

const answer = (text: string): string => documentOf({ paths: oneOperation(`responses: { '200': ${text} }`) })

const other = /^is OpenAPI \d+\.\d+\.\d+, which is not supported; use 3\.0 or 3\.1$/

const version = /^is not OpenAPI 3\.0 or 3\.1; state the version in `openapi`/

// The structure of a document according to the OpenAPI specification.
test.each<[string, string, string, RegExp]>([
  ['a document that is a list', '- openapi: 3.1.1', '', /^is not an OpenAPI document; it must be a mapping/],
  ['a document without a version', 'info: { title: Things, version: 1.0.0 }', '/openapi', version],
  ['OpenAPI 13.1', documentOf({ version: '13.1.0' }), '/openapi', other],
  ['OpenAPI 3.10', documentOf({ version: '3.10.1' }), '/openapi', other],
  ['OpenAPI 3.2', documentOf({ version: '3.2.0' }), '/openapi', other],
  [
    'Swagger',
    'swagger: "2.0"',
    '/swagger',
    /^is Swagger 2\.0, which is not supported; convert it to OpenAPI 3\.0 or 3\.1$/,
  ],
  ['a version without a patch number', documentOf({ version: '"3.1"' }), '/openapi', version],
  ['a quoted flag', withOperation("deprecated: 'yes'"), '/paths/~1things/get/deprecated', /^must be true or false$/],
  [
    'a string that YAML reads as a number',
    withOperation('summary: 5'),
    '/paths/~1things/get/summary',
    /^must be text; put/,
  ],
  [
    'a string that is missing',
    withOperation('summary:'),
    '/paths/~1things/get/summary',
    /^must be text; put it in quotes/,
  ],
  [
    'a list where a mapping belongs',
    withOperation('requestBody: []'),
    '/paths/~1things/get/requestBody',
    /^must be a mapping$/,
  ],
  ['true where a response belongs', answer('true'), '/paths/~1things/get/responses/200', /^must be a mapping$/],
  [
    'a reference that is not a string',
    answer('{ $ref: 5 }'),
    '/paths/~1things/get/responses/200/$ref',
    /^must be text; give a path/,
  ],
  [
    'a field of another object',
    answer('{ description: Ok, schema: {} }'),
    '/paths/~1things/get/responses/200/schema',
    /`schema` is not a field of a Response; it is misspelt or belongs elsewhere \(known: description, headers, content, links\)$/,
  ],
  [
    'a path that does not start with a slash',
    documentOf({ paths: `things: { get: { operationId: getThings, ${done} } }` }),
    '/paths/things',
    /^does not start with a slash; add it$/,
  ],
  [
    'a path with a query',
    documentOf({ paths: `/things?all: { get: { operationId: getThings, ${done} } }` }),
    '/paths/~1things?all',
    /^contains a query or fragment; describe a query as parameters$/,
  ],
  [
    'a path with two parameters of the same name',
    documentOf({
      paths: `/{id}/{id}: { get: { operationId: getThings, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], ${done} } }`,
    }),
    '/paths/~1{id}~1{id}/get',
    /^\{id\} appears twice in \/\{id\}\/\{id\}; give each parameter its own name$/,
  ],
  [
    'a path with a parameter without a name',
    documentOf({ paths: `/things/{}: { get: { operationId: getThings, ${done} } }` }),
    '/paths/~1things~1{}/get',
    /^\{\} of \/things\/\{\} is not declared/,
  ],
  [
    'a list of types in 3.0',
    documentOf({ version: '3.0.4', rest: "components: { schemas: { Thing: { type: [string, 'null'] } } }" }),
    '/components/schemas/Thing/type',
    /^is a list, which OpenAPI 3\.0 does not support; use 3\.1, or `nullable`$/,
  ],
  [
    'a component whose name has a space',
    documentOf({ rest: "components: { schemas: { 'My thing': { type: string } } }" }),
    '/components/schemas/My thing',
    /^is not a name; use letters, digits, \. _ -$/,
  ],
  [
    'a parameter in the body',
    withOperation('parameters: [{ name: all, in: body, schema: { type: string } }]'),
    '/paths/~1things/get/parameters/0/in',
    /^is not a place for a parameter; use path, query or header$/,
  ],
  [
    'a parameter without a schema',
    withOperation('parameters: [{ name: all, in: query }]'),
    '/paths/~1things/get/parameters/0',
    /^`all` has no schema; add one$/,
  ],
  [
    'a server variable whose default is not among its values',
    documentOf({
      rest: "servers: [{ url: 'https://{r}.example.com', variables: { r: { enum: [eu, us], default: uk } } }]",
    }),
    '/servers/0/variables/r/default',
    /^is not among the values of `r`; add it to `enum` or change it$/,
  ],
  [
    'a key without the name of its header',
    documentOf({
      rest: 'security: [{ key: [] }]\ncomponents: { securitySchemes: { key: { type: apiKey, in: header } } }',
    }),
    '/components/securitySchemes/key/type',
    /^is not supported; use http, apiKey \(with `in` and `name`\)/,
  ],
  [
    'a key in the body',
    documentOf({
      rest: 'security: [{ key: [] }]\ncomponents: { securitySchemes: { key: { type: apiKey, in: body, name: key } } }',
    }),
    '/components/securitySchemes/key/type',
    /^is not supported/,
  ],
  [
    'a pattern of properties that is not a regular expression',
    documentOf({ rest: "components: { schemas: { Thing: { patternProperties: { '[': {} } } } }" }),
    '/components/schemas/Thing/patternProperties/[',
    /^is not a regular expression: .*; correct the pattern$/,
  ],
])('%s is an error', async (_, text, pointer, says) => {
  const problems = await problemsOf({ 'openapi.yaml': text })
  expect(problems).toContainEqual(
    expect.objectContaining({ file: 'openapi.yaml', pointer, message: expect.stringMatching(says) }),
  )
})

const thing = (operationId: string, name: string): string =>
  `{ get: { operationId: ${operationId}, parameters: [{ name: ${name}, in: path, required: true, schema: { type: string } }], ${done} } }`

test('Paths that differ only in parameter names are the same path', async () => {
  const paths = `/things/{id}: ${thing('a', 'id')}\n/things/{number}: ${thing('b', 'number')}`
  const problems = await problemsOf({ 'openapi.yaml': documentOf({ paths }) })
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/paths/~1things~1{number}'])
})

test('A path without parameters may match the template of one with parameters', async () => {
  const paths = `/things/{id}: ${thing('a', 'id')}\n/things/mine: { get: { operationId: b, ${done} } }`
  const { document } = await compileFiles({ 'openapi.yaml': documentOf({ paths }) })
  expect(Object.keys(Object(document.paths))).toEqual(['/things/{id}', '/things/mine'])
})

test('An extension among the paths is not a path', async () => {
  const paths = `${oneOperation()}\nx-things: { note: kept }`
  const { document } = await compileFiles({ 'openapi.yaml': documentOf({ paths }) })
  expect(document).toMatchObject({ paths: { 'x-things': { note: 'kept' } } })
})

const required = (keyword: string): string =>
  `{ type: object, required: [id], properties: { id: { type: string, ${keyword}: true } } }`
const answerOf = (schema: string): string =>
  `responses: { '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`
const ref = "{ $ref: '#/components/schemas/Thing' }"

// OpenAPI: a property that is required and writeOnly must not be sent in a response, and is required in a request only.
test.each([
  ['itself', ref],
  ['an item of a list', `{ type: array, items: ${ref} }`],
  ['one of several', `{ oneOf: [{ type: string }, ${ref}] }`],
  ['a property', `{ type: object, properties: { inner: ${ref} } }`],
  ['a condition', `{ if: { type: object }, then: ${ref} }`],
])(
  'A property that only requests have must not be required in a response, where the schema is %s',
  async (_, schema) => {
    const rest = `components: { schemas: { Thing: ${required('writeOnly')} } }`
    const problems = await problemsOf({ 'openapi.yaml': documentOf({ paths: oneOperation(answerOf(schema)), rest }) })
    expect(problems).toEqual([
      expect.objectContaining({
        pointer: '/components/schemas/Thing/properties/id',
        message:
          'is required and writeOnly in a schema that responses use, which is not supported; give responses a schema of their own',
      }),
    ])
  },
)

test('A property may be writeOnly by reference', async () => {
  const rest = `components:
  schemas:
    Secret: { type: string, writeOnly: true }
    Thing: { type: object, required: [id], properties: { id: { $ref: '#/components/schemas/Secret' } } }`
  const problems = await problemsOf({ 'openapi.yaml': documentOf({ paths: oneOperation(answerOf(ref)), rest }) })
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/components/schemas/Thing/properties/id'])
})

test('A response that is a component is checked', async () => {
  const rest = `components:
  responses: { Ok: { description: Ok, content: { application/json: { schema: ${required('writeOnly')} } } } }`
  const paths = oneOperation("responses: { '200': { $ref: '#/components/responses/Ok' } }")
  const problems = await problemsOf({ 'openapi.yaml': documentOf({ paths, rest }) })
  expect(problems).toHaveLength(1)
})

test('A readOnly or writeOnly property may be required in its own direction', async () => {
  const rest = `components:
  schemas:
    Asked: ${required('writeOnly')}
    Answered: ${required('readOnly')}`
  const paths = oneOperation(
    `requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Asked' } } } }\n${answerOf("{ $ref: '#/components/schemas/Answered' }")}`,
  )
  const { document } = await compileFiles({ 'openapi.yaml': documentOf({ paths, rest }) })
  expect(document).toMatchObject({ components: { schemas: { Asked: { required: ['id'] } } } })
})

test('A required property without a schema, and an optional one, have no direction', async () => {
  const schema = '{ type: object, required: [other], properties: { id: { type: string, writeOnly: true } } }'
  const { document } = await compileFiles({ 'openapi.yaml': documentOf({ paths: oneOperation(answerOf(schema)) }) })
  expect(document).toMatchObject({ openapi: '3.1.1' })
})

test.each([
  ['dependentSchemas', '{ a: { $ref: "#/components/schemas/Thing" } }'],
  ['not', '{ $ref: "#/components/schemas/Thing" }'],
  ['else', '{ $ref: "#/components/schemas/Thing" }'],
  ['oneOf', '[{ type: string }, { $ref: "#/components/schemas/Thing" }]'],
])('A schema that contains itself by %s is an error', async (keyword, value) => {
  const rest = `components: { schemas: { Thing: { ${keyword}: ${value} } } }`
  const problems = await problemsOf({ 'openapi.yaml': documentOf({ rest }) })
  expect(problems[0]?.message).toBe('contains itself in the same place, without end; put it under a property or items')
})

test.each([
  ['properties', '{ a: { $ref: "#/components/schemas/Thing" } }'],
  ['items', '{ $ref: "#/components/schemas/Thing" }'],
  ['additionalProperties', '{ $ref: "#/components/schemas/Thing" }'],
])('A schema may contain itself under %s', async (keyword, value) => {
  const rest = `components: { schemas: { Thing: { ${keyword}: ${value} } } }`
  const { document } = await compileFiles({ 'openapi.yaml': documentOf({ rest }) })
  expect(document).toMatchObject({ components: { schemas: { Thing: { [keyword]: {} } } } })
})

const broken = {
  openapi: '3.1.1',
  info: { title: 'Things', version: '1' },
  paths: { '/things': { get: { sumary: 1 } } },
}

test('A mistake in a JSON file is reported with its line', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: "/things: { $ref: 'paths.json#/paths/~1things' }" }),
    'paths.json': JSON.stringify(broken, undefined, 2),
  })
  expect(problems).toContainEqual(
    expect.objectContaining({ file: 'paths.json', line: 10, pointer: '/paths/~1things/get/sumary' }),
  )
})

test('Truncated JSON does not parse', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: paths.json }' }),
    'paths.json': '{ "get": { "operationId": ',
  })
  expect(problems[0]).toMatchObject({
    file: 'paths.json',
    message: expect.stringMatching(/^is not JSON: .*; correct it, or name the file \.yaml$/),
  })
})

test('An alias without its anchor is reported where it is written', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ rest: 'x-common: &one { type: string }\nx-other: *two' }),
  })
  expect(problems).toMatchObject([
    {
      file: 'openapi.yaml',
      line: 9,
      column: 10,
      message: expect.stringMatching(/^does not parse: .*two.*; correct the YAML$/),
    },
  ])
})

test('A file that nothing references is reported if it lies beside files that are', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: paths/getThings.yaml }' }),
    'paths/getThings.yaml': "get: { operationId: getThings, responses: { '204': { description: Done } } }",
    'paths/getThing.yaml': "get: { operationId: getThing, responses: { '204': { description: Done } } }",
    'paths/getAll.yml': "get: { operationId: getAll, responses: { '204': { description: Done } } }",
    'paths/README.md': 'How paths are written',
    'paths/old.yaml.txt': 'get: {}',
    'notes/unrelated.yaml': 'a: b',
    'package.yaml': 'a: b',
  })
  expect(problems).toMatchObject([
    { file: 'paths/getAll.yml' },
    {
      file: 'paths/getThing.yaml',
      message: expect.stringMatching(/^nothing refers to this file; refer to it where .*, or remove it$/),
    },
  ])
})

test('A mistake behind a YAML alias is reported where it is written', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({
      rest: `x-common: &wrong
  type: string
  maxLength: many
components: { schemas: { Thing: *wrong } }`,
    }),
  })
  expect(problems).toContainEqual(expect.objectContaining({ line: 10, pointer: '/components/schemas/Thing/maxLength' }))
})

test('A mistake below an unquoted status is reported where it is written', async () => {
  const paths = oneOperation('responses:\n  200:\n    description: Ok\n    schema: {}')
  const problems = await problemsOf({ 'openapi.yaml': documentOf({ paths }) })
  expect(problems).toEqual([expect.objectContaining({ line: 10, pointer: '/paths/~1things/get/responses/200/schema' })])
})

test('A file name may contain a percent sign that encodes nothing', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      rest: "components: { schemas: { A: { $ref: '100%.yaml' }, B: { $ref: 'a%20b.yaml' } } }",
    }),
    '100%.yaml': 'title: whole',
    'a b.yaml': 'title: spaced',
  })
  expect(document.components).toMatchObject({ schemas: { A: { title: 'whole' }, B: { title: 'spaced' } } })
})
