import { expect, test } from 'vitest'
import { documentOf, loadFiles, loadOperation, oneOperation, problemsOf, the } from '../test/fixture.ts'

const done = "responses: { '204': { description: Done } }"

test("Parameters of a path and of an operation are merged; the operation's win", async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: `/things/{thing-id}:
  parameters:
    - { name: thing-id, in: path, required: true, schema: { type: string } }
    - { name: limit, in: query, schema: { type: integer } }
    - { name: X-Trace, in: header, schema: { type: string } }
  get:
    operationId: getThings
    parameters:
      - { name: limit, in: query, required: true, schema: { type: number } }
      - { name: x-trace, in: header, required: true, schema: { type: string } }
    ${done}`,
    }),
  })
  const { parameters } = the(contract.operations.getThings)
  expect(parameters.map(({ name, type, required }) => [name, type, required])).toEqual([
    ['thing-id', 'string', true],
    ['limit', 'number', true],
    ['x-trace', 'string', true],
  ])
})

test.each([
  ['query', '', true],
  ['query', ', explode: false', false],
  ['header', '', false],
  ['header', ', explode: true', false],
])('A list in the %s%s says whether each item is a separate parameter', async (place, more, explode) => {
  const { parameters } = await loadOperation(
    `parameters: [{ name: tags, in: ${place}${more}, schema: { type: array, items: { type: integer } } }]\n${done}`,
  )
  expect(parameters[0]).toMatchObject({ type: 'array', items: 'integer', explode })
  expect(parameters[0]?.validate([1, 2])).toEqual([])
  expect(parameters[0]?.validate([1, 'two'])).toHaveLength(1)
})

test('An ordinary header parameter is optional unless it is marked as required', async () => {
  const { parameters } = await loadOperation(
    `parameters: [{ name: Accept-Language, in: header, schema: { type: string } }]\n${done}`,
  )
  expect(parameters).toMatchObject([{ name: 'Accept-Language', required: false }])
})

test('Parameters in different locations may share a name', async () => {
  const { parameters } = await loadOperation(
    `parameters: [{ name: id, in: header, schema: { type: string } }, { name: id, in: query, schema: { type: string } }, { name: ID, in: query, schema: { type: string } }]\n${done}`,
  )
  expect(parameters.map(({ in: place, name }) => `${place} ${name}`)).toEqual(['header id', 'query id', 'query ID'])
})

test('A style may be stated explicitly where it is the default', async () => {
  const { parameters } = await loadOperation(
    `parameters: [{ name: a, in: query, style: form, schema: { type: string } }, { name: b, in: header, style: simple, schema: { type: string } }]
responses: { '204': { description: Done, headers: { X-A: { style: simple, schema: { type: string } } } } }`,
  )
  expect(parameters).toHaveLength(2)
})

test('A summary and evidence at the path apply to all of its operations', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: `/things:
  summary: Things
  x-evidence: { level: sdk, source: code }
  get: { operationId: getThings, ${done} }
  put: { operationId: putThings, summary: Puts, requestBody: { content: { application/json: {} } }, ${done} }
  post: { operationId: postThings, requestBody: { required: true, content: { application/json: {} } }, ${done} }
/others: { get: { operationId: getOthers, ${done} } }`,
    }),
  })
  const { getThings, putThings, postThings, getOthers } = contract.operations
  expect([getThings, putThings, getOthers].map((operation) => operation?.summary)).toEqual(['Things', 'Puts', ''])
  expect([getThings, getOthers].map((operation) => operation?.evidence)).toEqual([
    { level: 'sdk', source: 'code' },
    undefined,
  ])
  expect([putThings, postThings].map((operation) => operation?.requestBody?.required)).toEqual([false, true])
  expect(getThings).not.toHaveProperty('requestBody')
})

test('Headers that OpenAPI describes elsewhere are not parameters', async () => {
  const { parameters } = await loadOperation(
    `parameters: [{ name: accept, in: header, schema: { type: string } }, { name: Authorization, in: header, schema: { type: string } }]\n${done}`,
  )
  expect(parameters).toEqual([])
})

test("The example of a parameter is its own, the first of several, or its schema's", async () => {
  const { parameters } = await loadOperation(`parameters:
  - { name: a, in: query, schema: { type: string }, example: own }
  - { name: b, in: query, schema: { type: string }, examples: { one: { value: first }, two: { value: second } } }
  - { name: c, in: query, schema: { type: string, examples: [of the schema] } }
  - { name: d, in: query, schema: { type: string } }
${done}`)
  expect(parameters.map(({ example }) => example)).toEqual(['own', 'first', 'of the schema', undefined])
})

// OpenAPI 3.1.1, section 4.6 (Server Object) and 4.7 (Server Variable Object); RFC 3986, section 4.2.
test.each<[string, string, readonly string[]]>([
  ['an absolute URL', "[{ url: 'https://a.example/v1/' }]", ['https://a.example/v1/']],
  ['a path', '[{ url: /v1 }]', ['/v1']],
  ['a name', '[{ url: v1 }]', ['/v1']],
  ['a relative path with dots', '[{ url: ./v1 }, { url: ../v2 }]', ['/v1', '/v2']],
  ['nothing', "[{ url: '' }]", ['/']],
  ['an empty list', '[]', ['/']],
  ['no scheme', '[{ url: //a.example/v1 }]', ['https://a.example/v1', 'http://a.example/v1']],
  [
    'a variable with a default',
    "[{ url: 'https://{region}.example:{port}', variables: { region: { default: eu }, port: { default: '443' } } }]",
    ['https://eu.example:443'],
  ],
  [
    'variables with several values, the defaults first',
    "[{ url: 'https://{r}.example/{v}', variables: { r: { default: us, enum: [eu, us] }, v: { default: v1, enum: [v1, v2] } } }]",
    ['https://us.example/v1', 'https://us.example/v2', 'https://eu.example/v1', 'https://eu.example/v2'],
  ],
  [
    'a variable for the whole URL',
    "[{ url: '{base}', variables: { base: { default: 'https://a.example', enum: ['https://a.example', /b] } } }]",
    ['https://a.example', '/b'],
  ],
  ['the same twice', '[{ url: /v1 }, { url: /v1 }]', ['/v1']],
])('A server may be given as %s', async (_, servers, expected) => {
  const { contract } = await loadFiles({ 'openapi.yaml': documentOf({ rest: `servers: ${servers}` }) })
  expect(contract.servers).toEqual(expected)
})

test.each([
  ['an invalid URL', "{ url: 'https://' }", '/servers/0/url', /^`https:\/\/` is not a URL; correct it/],
  ['a query', "{ url: 'https://a.example/?v=1' }", '/servers/0/url', /^has a query or fragment/],
  [
    'too many values',
    `{ url: '{a}/{b}', variables: { a: { default: '0', enum: [${quoted(40)}] }, b: { default: '0', enum: [${quoted(40)}] } } }`,
    '/servers/0/variables',
    /^make more than 1000 URLs; shorten their `enum`/,
  ],
])('A server with %s is an error', async (_, server, pointer, says) => {
  const problems = await problemsOf({ 'openapi.yaml': documentOf({ rest: `servers: [${server}]` }) })
  expect(problems).toMatchObject([{ pointer, message: expect.stringMatching(says) }])
})

function quoted(count: number): string {
  return Array.from({ length: count }, (_, index) => `'${index}'`).join(', ')
}

test('A document without servers is served from its own location, and an operation may have its own servers', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: `${oneOperation()}\n/uploads: { post: { operationId: upload, servers: [{ url: 'https://up.example.com' }], ${done} } }`,
    }),
  })
  expect(contract.servers).toEqual(['/'])
  expect(contract.operations.upload?.servers).toEqual(['https://up.example.com'])
  expect(contract.operations.getThings?.servers).toBeUndefined()
})

test('An operation with an empty list of servers uses those of its path', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: `/uploads: { servers: [{ url: /up }], post: { operationId: upload, servers: [], ${done} } }`,
    }),
  })
  expect(contract.operations.upload?.servers).toEqual(['/up'])
})

test('Security is a list of alternatives, inherited unless overridden', async () => {
  const paths = `/a: { get: { operationId: a, ${done} } }
/b: { get: { operationId: b, security: [], ${done} } }
/c: { get: { operationId: c, security: [{}, { token: [], key: [] }], ${done} } }`
  const rest = `security: [{ sign-in: [read] }]
components:
  securitySchemes:
    sign-in: { type: oauth2, flows: {} }
    token: { type: http, scheme: Bearer }
    key: { type: apiKey, in: header, name: X-Key }`
  const { contract } = await loadFiles({ 'openapi.yaml': documentOf({ paths, rest }) })
  expect(contract.operations.a?.security).toEqual([[{ name: 'sign-in', type: 'oauth2' }]])
  expect(contract.operations.b?.security).toEqual([])
  expect(contract.operations.c?.security).toEqual([
    [],
    [
      { name: 'token', type: 'http', scheme: 'bearer' },
      { name: 'key', type: 'apiKey', in: 'header', parameterName: 'X-Key' },
    ],
  ])
})

test('An API key may be in the query or in a cookie, and a scheme may be a reference', async () => {
  const { security } = await loadOperation(`security: [{ a: [] }, { b: [] }, { c: [] }]\n${done}`, {
    rest: `components:
  securitySchemes:
    a: { type: apiKey, in: query, name: key }
    b: { type: apiKey, in: cookie, name: session }
    c: { $ref: '#/components/securitySchemes/d' }
    d: { type: openIdConnect, openIdConnectUrl: https://example.com/ }`,
  })
  expect(security).toEqual([
    [{ name: 'a', type: 'apiKey', in: 'query', parameterName: 'key' }],
    [{ name: 'b', type: 'apiKey', in: 'cookie', parameterName: 'session' }],
    [{ name: 'c', type: 'openIdConnect' }],
  ])
})

test('A status may be exact, a range or the default', async () => {
  const { responses } = await loadOperation(
    'responses: { 200: { description: Ok }, 4XX: { description: Wrong }, default: { description: Else } }',
  )
  expect(Object.entries(responses).map(([status, { description }]) => [status, description])).toEqual([
    ['200', 'Ok'],
    ['4XX', 'Wrong'],
    ['default', 'Else'],
  ])
})

test('Each media type has its own validator, and a plain string schema accepts any text', async () => {
  const { responses } = await loadOperation(`responses:
  '200':
    description: Ok
    content:
      application/json: { schema: { type: object } }
      application/problem+json; charset=utf-8: { schema: { type: array } }
      text/plain: { schema: { type: string, maxLength: 3 } }
      text/html: { schema: { type: string } }
      application/octet-stream: { schema: { type: string, format: binary } }
      'image/*': {}
      '*/*': { schema: { type: boolean } }`)
  const { content } = the(responses[200])
  const accepted = (name: string): unknown[] =>
    [{}, [], 'text', true].filter((value) => content[name]?.validate?.(value).length === 0)
  expect(accepted('application/json')).toEqual([{}])
  expect(accepted('application/problem+json; charset=utf-8')).toEqual([[]])
  expect(content['text/plain']?.validate?.('abc')).toEqual([])
  expect(content['text/plain']?.validate?.('abcd')).toHaveLength(1)
  expect(content['text/html']).toEqual({ examples: {} })
  expect(content['application/octet-stream']).toEqual({ examples: {} })
  expect(content['image/*']).toEqual({ examples: {} })
  expect(accepted('*/*')).toEqual([true])
})

test("Examples keep their names, and the schema's examples are the fallback", async () => {
  const { requestBody } = await loadOperation(
    `requestBody:
  content:
    application/json: { examples: { second: { value: 2 }, first: { summary: One, value: 1 } } }
    application/a+json: { example: 3 }
    application/b+json: { schema: { $ref: '#/components/schemas/Thing' } }
${done}`,
    { rest: 'components: { schemas: { Thing: { type: integer, examples: [4, 5] } } }' },
  )
  const content = the(requestBody).content
  expect(Object.entries(content['application/json']?.examples ?? {})).toEqual([
    ['second', { value: 2 }],
    ['first', { summary: 'One', value: 1 }],
  ])
  expect(content['application/a+json']?.examples).toEqual({ example: { value: 3 } })
  expect(content['application/b+json']?.examples).toEqual({ example: { value: 4 }, example2: { value: 5 } })
})

test('Response headers are read according to their schemas', async () => {
  const { responses } = await loadOperation(`responses:
  '204':
    description: Done
    headers:
      Retry-After: { required: true, schema: { type: integer, minimum: 0 }, example: 57 }
      Content-Type: { schema: { type: string } }
      X-Tags: { schema: { type: array, items: { type: string } } }`)
  const { headers } = the(responses[204])
  expect(headers.map(({ name, required, type, example }) => [name, required, type, example])).toEqual([
    ['Retry-After', true, 'integer', 57],
    ['X-Tags', false, 'array', undefined],
  ])
  expect(headers[0]?.validate(-1)).toEqual([{ pointer: '', keyword: 'minimum', message: 'must be >= 0' }])
})

test('Evidence is inherited until it is overridden', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: `/a: { get: { operationId: a, x-evidence: { level: sdk, source: code }, responses: { 200: { description: Ok }, 400: { $ref: '#/components/responses/Bad' }, 500: { $ref: '#/components/responses/Broken' } } } }
/b: { get: { operationId: b, responses: { 500: { $ref: '#/components/responses/Broken' } } } }`,
      rest: `x-evidence: { level: documented, source: page }
components:
  responses:
    Bad: { description: Bad, x-evidence: { level: inferred, source: guess } }
    Broken: { description: Broken }`,
    }),
  })
  const levels = (id: string): unknown =>
    Object.values(contract.operations[id]?.responses ?? {}).map(({ evidence }) => evidence?.level)
  expect([contract.operations.a?.evidence?.level, contract.operations.b?.evidence?.level]).toEqual([
    'sdk',
    'documented',
  ])
  expect(levels('a')).toEqual(['sdk', 'inferred', 'sdk'])
  expect(levels('b')).toEqual(['documented'])
})

test('Names that are not identifiers, or are reserved words, are escaped', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: `/a: { get: { operationId: get-a/1, summary: "It's \`\${x}\` \\\\ \\n two", responses: { 200: { description: Ok, content: { application/json: { schema: { $ref: '#/components/schemas/class' }, examples: { __proto__: { value: { __proto__: 1 } } } } } } } } }`,
      rest: "components: { schemas: { class: { type: object }, toValidate: { type: string }, a.b-c: { type: array, items: { $ref: '#/components/schemas/class' } } } }",
    }),
  })
  const operation = the(contract.operations['get-a/1'])
  expect(operation.summary).toBe(["It's `$", '{x}` \\ \n two'].join(''))
  const { validate } = the(the(operation.responses[200]).content['application/json'])
  expect(validate?.({})).toEqual([])
  expect(validate?.([])).toHaveLength(1)
})

test('Headers that OpenAPI describes elsewhere are not response headers', async () => {
  const { responses } = await loadOperation(
    "responses: { '200': { description: Ok, headers: { content-type: { schema: { type: string } }, X-A: { schema: { type: string } } } } }",
  )
  expect(the(responses[200]).headers.map(({ name }) => name)).toEqual(['X-A'])
})

test("The contract holds an operation's summary and description", async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: oneOperation(`summary: Gets things
x-evidence: { level: documented, source: a page }
requestBody: { required: true, content: { application/json: {} } }
responses:
  '200': { description: Ok }
  '404': { description: None, x-evidence: { level: inferred, source: a guess } }
  x-note: { description: Not a status }`),
    }),
  })
  const operation = the(contract.operations.getThings)
  expect(operation).toMatchObject({
    method: 'GET',
    path: '/things',
    summary: 'Gets things',
    evidence: { level: 'documented', source: 'a page' },
    requestBody: { required: true },
  })
  expect(Object.keys(operation.responses)).toEqual(['200', '404'])
  expect(operation.responses[200]?.evidence).toEqual({ level: 'documented', source: 'a page' })
  expect(operation.responses[404]?.evidence).toEqual({ level: 'inferred', source: 'a guess' })
})
