import { expect, test } from 'vitest'
import { documentOf, readFiles } from '../../test/fixture.ts'
import { readOperations } from './operation-object.ts'
import { toCode } from './printable.ts'

const done = "responses: { '204': { description: Done } }"

interface Found {
  readonly plans: readonly unknown[]
  readonly said: readonly string[]
  readonly constants: readonly string[]
}

function operationsOf(paths: string, rest = '', repair = false): Found {
  const { reader, problems } = readFiles({ 'openapi.yaml': documentOf({ paths, rest }) }, repair)
  const plans = [...readOperations(reader).values()].map(({ plan }) => plan)
  const { parameters, headers, responses } = reader.components
  return {
    plans,
    said: [
      ...problems().map(({ pointer, message }) => `${pointer} ${message}`),
      ...reader.repairs.list().map(({ kind, pointer, message }) => `${kind} ${pointer} ${message}`),
    ],
    constants: [parameters, headers, responses].flatMap(({ names }) => [...names.values()]),
  }
}

const plain = {
  method: 'GET',
  summary: '',
  parameters: [],
  responses: { '204': { description: 'Done', headers: [], content: {} } },
  security: [],
  faults: [],
}
const evidence = (level: string) => ({ level, source: 'a page' })

test('A minimal operation is read with its defaults', () => {
  expect(operationsOf(`/a: { get: { operationId: a, ${done} } }\nx-b: { get: 1 }`)).toEqual({
    plans: [{ id: 'a', path: '/a', ...plain }],
    said: [],
    constants: [],
  })
})

test('An operation is read with everything that it and its path declare', () => {
  const paths = `/things/{id}:
  summary: Things
  x-evidence: { level: vendor, source: a page }
  servers: [{ url: /of-path }]
  parameters:
    - { name: id, in: path, required: true, schema: { type: integer }, example: 7 }
    - { name: X-A, in: header, schema: { type: string } }
  put:
    operationId: putThing
    summary: Puts it
    x-evidence: { level: sdk, source: a page }
    servers: [{ url: /own }]
    security: [{ key: [] }, {}]
    parameters:
      - { name: x-a, in: header, required: true, schema: { type: boolean } }
      - { name: tags, in: query, schema: { type: array, items: { type: number } }, example: [1] }
      - { name: list, in: query, explode: false, schema: { type: array, items: { type: string } } }
      - { name: large, in: query, schema: { type: integer }, example: 9007199254740993 }
      - { name: Accept, in: header, schema: { type: string } }
      - { $ref: '#/components/parameters/page' }
    requestBody: { required: true, content: { application/json: { schema: { type: object }, example: {} } } }
    responses:
      '200':
        description: Fine
        x-evidence: { level: captured, source: a page }
        headers:
          X-B: { required: true, schema: { type: array, items: { type: integer } }, example: [1] }
          X-C: { $ref: '#/components/headers/Count' }
          Content-Type: { schema: { type: string } }
        content: { text/plain: { example: a } }
      4XX: { $ref: '#/components/responses/Bad' }
      '404': { $ref: '#/components/responses/Bad', description: None }
      x-note: 1
  get: { operationId: getThing, servers: [], requestBody: { content: {} }, responses: { '500': { $ref: '#/components/responses/Bad' } } }`
  const rest = `x-evidence: { level: documented, source: a page }
components:
  parameters: { page: { name: page, in: query, schema: { type: integer } } }
  headers: { Count: { schema: { type: integer } } }
  responses: { Bad: { description: Bad } }
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }`
  const { plans, said, constants } = operationsOf(paths, rest)
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    type: 'integer',
    validate: toCode('validators.integer'),
    example: 7,
  }
  const bad = { description: 'Bad', headers: [], content: {} }
  expect(said).toEqual([])
  expect(constants).toEqual(['parameterPage', 'headerCount', 'responseBad', 'responseBad2'])
  expect(plans).toEqual([
    {
      ...plain,
      id: 'getThing',
      path: '/things/{id}',
      servers: ['/of-path'],
      summary: 'Things',
      evidence: evidence('vendor'),
      parameters: [
        id,
        { name: 'X-A', in: 'header', required: false, type: 'string', validate: toCode('validators.string') },
      ],
      requestBody: { required: false, content: {} },
      responses: { '500': { ...bad, evidence: evidence('vendor') } },
    },
    {
      id: 'putThing',
      method: 'PUT',
      path: '/things/{id}',
      servers: ['/own'],
      summary: 'Puts it',
      evidence: evidence('sdk'),
      parameters: [
        id,
        { name: 'x-a', in: 'header', required: true, type: 'boolean', validate: toCode('validators.boolean') },
        {
          ...{ name: 'tags', in: 'query', required: false, type: 'array', items: 'number', explode: true },
          ...{ validate: toCode('validators.putThingQueryTags'), example: [1] },
        },
        {
          ...{ name: 'list', in: 'query', required: false, type: 'array', items: 'string', explode: false },
          validate: toCode('validators.putThingQueryList'),
        },
        {
          ...{ name: 'large', in: 'query', required: false, type: 'integer', validate: toCode('validators.integer') },
          example: '9007199254740993',
        },
        { name: 'page', in: 'query', required: false, type: 'integer', validate: toCode('validators.integer') },
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': { validate: toCode('validators.object'), examples: { example: { value: {} } } },
        },
      },
      responses: {
        '200': {
          description: 'Fine',
          headers: [
            {
              ...{ name: 'X-B', required: true, type: 'array', items: 'integer', example: [1] },
              validate: toCode('validators.putThing200XB'),
            },
            { name: 'X-C', required: false, type: 'integer', validate: toCode('validators.integer') },
          ],
          content: { 'text/plain': { examples: { example: { value: 'a' } } } },
          evidence: evidence('captured'),
        },
        '4XX': { ...bad, evidence: evidence('sdk') },
        '404': { ...bad, description: 'None', evidence: evidence('sdk') },
      },
      security: [[{ name: 'key', type: 'apiKey', in: 'header', parameterName: 'X-Key' }], []],
      faults: [],
    },
  ])
})

const parameter = (text: string): string => `/a: { get: { operationId: a, parameters: [${text}], ${done} } }`
const response = (text: string): string => `/a: { get: { operationId: a, responses: { ${text} } } }`
const at = '/paths/~1a/get'
const schema = 'schema: { type: string }'
const status = 'is not a status; use one such as 200, a range such as 4XX, or default'
const unread =
  'does not say how to parse its text; give it one `type`: string, number, integer, boolean, or an array of one of these'

test.each<[string, string, readonly string[], string?]>([
  ['no operationId', `/a: { get: { ${done} } }`, [`${at} GET /a has no operationId; give it one of its own`]],
  [
    'a duplicate operationId',
    `/a: { get: { operationId: a, ${done} }, put: { operationId: a, ${done} } }`,
    ['/paths/~1a/put/operationId `a` is also the operationId of GET /a; rename one'],
  ],
  [
    'valid statuses',
    response(
      "'100': { description: A }, '599': { description: B }, 5XX: { description: C }, default: { description: D }",
    ),
    [],
  ],
  ['an invalid status', response("'600': { description: A }"), [`${at}/responses/600 ${status}`]],
  ['an invalid range', response("'6XX': { description: A }"), [`${at}/responses/6XX ${status}`]],
  ['a status with four digits', response("'2000': { description: A }"), [`${at}/responses/2000 ${status}`]],
  [
    'a cookie',
    parameter(`{ name: b, in: cookie, ${schema} }`),
    [`${at}/parameters/0/in cookie parameters are not supported; use a header, or a security scheme for a session`],
  ],
  [
    'an invalid location',
    parameter(`{ name: b, in: body, ${schema} }`),
    [`${at}/parameters/0/in is not a place for a parameter; use path, query or header`],
  ],
  [
    'an optional path parameter',
    parameter(`{ name: b, in: path, ${schema} }`),
    [`${at}/parameters/0 path parameter \`b\` is not required; add \`required: true\``],
  ],
  [
    'a parameter that may be empty',
    parameter(`{ name: b, in: query, allowEmptyValue: true, ${schema} }`),
    [`${at}/parameters/0/allowEmptyValue is not supported; let the schema accept an empty text instead`],
  ],
  ['a parameter that may not be empty', parameter(`{ name: b, in: query, allowEmptyValue: false, ${schema} }`), []],
  [
    'another style for a query parameter',
    parameter(`{ name: b, in: query, style: pipeDelimited, ${schema} }`),
    [`${at}/parameters/0/style style \`pipeDelimited\` is not supported here; use \`form\`, the default`],
  ],
  [
    'another style for a path parameter',
    parameter(`{ name: b, in: path, required: true, style: matrix, ${schema} }`),
    [`${at}/parameters/0/style style \`matrix\` is not supported here; use \`simple\`, the default`],
  ],
  [
    'another style for a header',
    response(`'200': { description: A, headers: { X-A: { style: form, ${schema} } } }`),
    [`${at}/responses/200/headers/X-A/style style \`form\` is not supported here; use \`simple\`, the default`],
  ],
  [
    'a parameter without a schema',
    parameter('{ name: b, in: query }'),
    [`${at}/parameters/0 \`b\` has no schema; add one`],
  ],
  [
    'a parameter that is an object',
    parameter('{ name: b, in: query, schema: { type: object } }'),
    [`${at}/parameters/0/schema the schema of \`b\` ${unread}`],
  ],
  [
    'a duplicate parameter',
    parameter(
      `{ name: b, in: query, ${schema} }, { name: B, in: query, ${schema} }, { name: b, in: query, ${schema} }`,
    ),
    [`${at}/parameters/2 repeats parameter \`b\`; keep one`],
  ],
  [
    'a duplicate header in different case',
    parameter(`{ name: b, in: header, ${schema} }, { name: B, in: header, ${schema} }`),
    [`${at}/parameters/1 repeats parameter \`B\`; keep one`],
  ],
  [
    'a missing security scheme',
    `/a: { get: { operationId: a, security: [{ b: [] }], ${done} } }`,
    [`${at}/security/0/b names no security scheme; define \`b\` in components/securitySchemes`],
  ],
])('The problems reported for %s', (_, paths, said) => {
  expect(operationsOf(paths).said).toEqual(said)
})

const unsupported = 'is not supported; use http, apiKey (with `in` and `name`), oauth2 or openIdConnect'

// OpenAPI 3.1.1, section 4.8.27.
test.each<[string, unknown]>([
  ['{ type: http, scheme: Bearer }', { name: 'one', type: 'http', scheme: 'bearer' }],
  ['{ type: oauth2, flows: {} }', { name: 'one', type: 'oauth2' }],
  ['{ type: openIdConnect, openIdConnectUrl: a }', { name: 'one', type: 'openIdConnect' }],
  ...['header', 'query', 'cookie'].map((place): [string, unknown] => [
    `{ type: apiKey, name: Key, in: ${place} }`,
    { name: 'one', type: 'apiKey', in: place, parameterName: 'Key' },
  ]),
  ['{ type: apiKey, name: Key, in: body }', undefined],
  ['{ type: apiKey, in: header }', undefined],
  ['{ type: mutualTLS, name: Key, in: header }', undefined],
])('The security scheme %s is read as %j', (scheme, expected) => {
  const paths = `/a: { get: { operationId: a, ${done} } }`
  const { plans, said } = operationsOf(
    paths,
    `security: [{ one: [] }]\ncomponents: { securitySchemes: { one: { $ref: '#/components/securitySchemes/two' }, two: ${scheme} } }`,
  )
  expect(plans).toMatchObject([{ security: [expected === undefined ? [] : [expected]] }])
  expect(said).toEqual(expected === undefined ? [`/components/securitySchemes/two/type ${unsupported}`] : [])
})

test('An operation without an operationId is named by its method and path if repairs are allowed', () => {
  const { plans, said } = operationsOf(`/a: { get: { ${done} } }`, '', true)
  expect(plans).toMatchObject([{ id: 'GET /a', method: 'GET', path: '/a' }])
  expect(said).toEqual([`named ${at} GET /a has no operationId`])
})

// RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5.
test('Content of a response that cannot have a body is omitted and recorded', () => {
  const statuses = ['101', '1XX', '204', '205', '304']
  const content = 'content: { application/json: {} }'
  const all = [...statuses, '200', '206', '2XX'].map((code) => `'${code}': { description: A, ${content} }`)
  const { plans, said } = operationsOf(response(all.join(', ')))
  const empty = { description: 'A', headers: [], content: {} }
  const full = { ...empty, content: { 'application/json': { examples: {} } } }
  expect(plans).toMatchObject([
    {
      responses: {
        '101': empty,
        '1XX': empty,
        '204': empty,
        '205': empty,
        '304': empty,
        '200': full,
        '206': full,
        '2XX': full,
      },
    },
  ])
  expect([...said].sort()).toEqual(
    statuses.map(
      (code) =>
        `omitted ${at}/responses/${code}/content a response ${code} has no body in HTTP; its content is left out`,
    ),
  )
})
