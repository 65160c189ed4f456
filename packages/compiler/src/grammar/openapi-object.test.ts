import { expect, test } from 'vitest'
import { changed, problemsOf } from '../../test/fixture.ts'
import { fromPointer, type Json } from './json.ts'

const schema = { type: 'string' }
const evidence = { level: 'documented', source: 'a page' }
const server = { url: 'https://{r}.example.com', description: 'Ours', name: 'ours' }
const serverWithVariables = { ...server, variables: { r: { default: 'eu', enum: ['eu'], description: 'Where' } } }
const parameter = {
  name: 'all',
  in: 'query',
  description: 'All of them',
  required: true,
  deprecated: true,
  style: 'form',
  explode: true,
  allowReserved: false,
  allowEmptyValue: false,
  schema,
  examples: { one: { summary: 'One', description: 'The first', value: 'a' } },
}
const body = { 'application/json': { schema } }
const operation = {
  operationId: 'getThings',
  summary: 'Gets them',
  description: 'All of them.',
  deprecated: false,
  parameters: [parameter],
  requestBody: { description: 'Which', required: true, content: body },
  responses: { '200': { description: 'Ok', headers: { 'X-Rest': { schema, required: true } }, content: body } },
  security: [{ key: ['read'] }],
  servers: [serverWithVariables],
}

// One of everything that the OpenAPI specification gives a form of its own.
const whole = {
  openapi: '3.1.1',
  info: { title: 'Things', version: '1.0.0', summary: 'All', description: 'All things' },
  jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
  servers: [serverWithVariables],
  paths: { '/things': { summary: 'Things', description: 'All', servers: [server], parameters: [], post: operation } },
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    schemas: {
      Thing: {
        oneOf: [{ type: 'object' }],
        discriminator: { propertyName: 'kind', mapping: {} },
        'x-known-values': [{ value: 'box', description: 'A box' }],
      },
    },
  },
  security: [{ key: [] }],
  'x-faults': {
    '100': {
      code: '100',
      name: 'nothingThere',
      status: 200,
      text: 'Nothing at {0}',
      parameters: ['id'],
      operations: { getThings: evidence },
      actor: 'developer',
      remedy: 'Look elsewhere.',
      retry: 'never',
      'x-evidence': evidence,
    },
  },
}

const post = '/paths/~1things/post'
const thing = '/components/schemas/Thing'
const fault = '/x-faults/100'

async function messagesAt(place: string, document: Json): Promise<readonly string[]> {
  const problems = await problemsOf({ 'openapi.yaml': JSON.stringify(document) })
  return problems.filter(({ pointer }) => pointer === place).map(({ message }) => message)
}

const texts = [
  '/info/title',
  '/info/version',
  '/jsonSchemaDialect',
  '/servers/0/url',
  '/servers/0/description',
  '/servers/0/name',
  '/servers/0/variables/r/description',
  '/paths/~1things/summary',
  '/paths/~1things/description',
  `${post}/operationId`,
  `${post}/summary`,
  `${post}/description`,
  `${post}/parameters/0/name`,
  `${post}/parameters/0/in`,
  `${post}/parameters/0/description`,
  `${post}/parameters/0/style`,
  `${post}/parameters/0/examples/one/summary`,
  `${post}/parameters/0/examples/one/description`,
  `${post}/requestBody/description`,
  `${post}/responses/200/description`,
  `${post}/responses/200/headers/X-Rest/description`,
  `${post}/security/0/key/0`,
  `${thing}/discriminator/propertyName`,
  `${thing}/discriminator/mapping/box`,
  `${thing}/x-known-values/0/description`,
  ...['code', 'name', 'text', 'parameters/0', 'actor', 'remedy', 'retry'].map((field) => `${fault}/${field}`),
  ...['level', 'source'].flatMap((field) => [`${fault}/x-evidence/${field}`, `${fault}/operations/getThings/${field}`]),
]

const flags = [
  `${post}/deprecated`,
  ...['required', 'deprecated', 'explode', 'allowReserved', 'allowEmptyValue'].map(
    (field) => `${post}/parameters/0/${field}`,
  ),
  `${post}/requestBody/required`,
  `${post}/responses/200/headers/X-Rest/required`,
]

const lists = [
  '/servers',
  '/security',
  '/paths/~1things/servers',
  '/paths/~1things/parameters',
  `${post}/parameters`,
  `${post}/security`,
  `${post}/security/0/key`,
  `${post}/servers`,
  ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((keyword) => `${thing}/${keyword}`),
  `${thing}/x-known-values`,
  `${fault}/parameters`,
]

const mappings = [
  '/info',
  '/paths',
  '/components',
  '/servers/0',
  '/servers/0/variables',
  '/paths/~1things',
  `${post}`,
  `${post}/parameters/0`,
  `${post}/parameters/0/examples`,
  `${post}/parameters/0/examples/one`,
  `${post}/requestBody/content`,
  `${post}/requestBody/content/application~1json`,
  `${post}/responses`,
  `${post}/responses/200/headers`,
  `${post}/responses/200/content`,
  ...[
    'schemas',
    'responses',
    'parameters',
    'examples',
    'requestBodies',
    'headers',
    'securitySchemes',
    'links',
    'callbacks',
    'pathItems',
  ].map((section) => `/components/${section}`),
  ...['items', 'contains', 'propertyNames', 'not', 'if', 'then', 'else', 'unevaluatedItems'].map(
    (keyword) => `${thing}/${keyword}`,
  ),
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'].map(
    (keyword) => `${thing}/${keyword}`,
  ),
  `${thing}/discriminator`,
  `${thing}/discriminator/mapping`,
  '/x-faults',
  `${fault}/operations`,
]

test.each([
  ['text', texts, 5, 'must be text; put it in quotes'],
  ['a flag', flags, 'yes', 'must be true or false'],
  ['a list', lists, {}, 'must be a list'],
  ['a mapping', mappings, 'all', 'must be a mapping'],
])('What has to be %s is told where it is something else', async (_, places, other, message) => {
  for (const place of places) {
    const found = await messagesAt(place, changed(whole, fromPointer(place), other))
    expect(found, place).toContain(message)
  }
})

test.each([
  ['OpenAPI document', '', ['info']],
  ['Info', '/info', ['title', 'version']],
  ['Server', '/servers/0', ['url']],
  ['Server Variable', '/servers/0/variables/r', ['default']],
  ['Parameter', `${post}/parameters/0`, ['name', 'in']],
  ['Request Body', `${post}/requestBody`, ['content']],
  ['Response', `${post}/responses/200`, ['description']],
  ['Security Scheme', '/components/securitySchemes/key', ['type']],
  ['Discriminator', `${thing}/discriminator`, ['propertyName']],
  ['known value', `${thing}/x-known-values/0`, ['value']],
  ['fault', fault, ['code', 'name', 'status', 'text', 'operations', 'actor', 'remedy', 'retry', 'x-evidence']],
  ['evidence', `${fault}/x-evidence`, ['level', 'source']],
])('What a %s must have is told where it is missing', async (name, place, fields) => {
  for (const field of fields) {
    const found = await messagesAt(place, changed(whole, [...fromPointer(place), field]))
    expect(found, field).toContain(`has no \`${field}\`; a ${name} must have one`)
  }
})

test('A misspelt field is reported with the name of its object', async () => {
  const objects: readonly (readonly [string, string])[] = [
    ['', 'OpenAPI document'],
    ['/info', 'Info'],
    ['/servers/0', 'Server'],
    ['/servers/0/variables/r', 'Server Variable'],
    ['/components', 'Components'],
    ['/paths/~1things', 'Path Item'],
    [post, 'Operation'],
    [`${post}/parameters/0`, 'Parameter'],
    [`${post}/parameters/0/examples/one`, 'Example'],
    [`${post}/requestBody`, 'Request Body'],
    [`${post}/requestBody/content/application~1json`, 'Media Type'],
    [`${post}/responses/200`, 'Response'],
    [`${post}/responses/200/headers/X-Rest`, 'Header'],
    ['/components/securitySchemes/key', 'Security Scheme'],
    [thing, 'Schema'],
    [`${thing}/discriminator`, 'Discriminator'],
    [`${thing}/x-known-values/0`, 'known value'],
    [fault, 'fault'],
    [`${fault}/x-evidence`, 'evidence'],
  ]
  for (const [place, name] of objects) {
    const found = await messagesAt(`${place}/sumary`, changed(whole, [...fromPointer(place), 'sumary'], 'x'))
    expect(found, place).toEqual([
      expect.stringMatching(`^\`sumary\` is not a field of a ${name}; it is misspelt or belongs elsewhere`),
    ])
  }
})

test.each([
  [`${post}/parameters/0/examples/one/externalValue`, 'an example outside the document cannot be checked; give it as'],
  [`${post}/parameters/0/content`, 'a value described by a media type cannot be checked; describe it with `schema`'],
  [`${thing}/$id`, 'schemas are identified by their place; remove it and refer with $ref'],
  [`${thing}/$anchor`, 'schemas are identified by their place; remove it and refer with $ref'],
  [`${thing}/$dynamicAnchor`, 'references that are resolved at run time are not supported; use a plain $ref'],
  [`${thing}/$dynamicRef`, 'references that are resolved at run time are not supported; use a plain $ref'],
  [`${thing}/$recursiveAnchor`, 'references that are resolved at run time are not supported; use a plain $ref'],
  [`${thing}/$recursiveRef`, 'references that are resolved at run time are not supported; use a plain $ref'],
  [`${thing}/$vocabulary`, 'only the vocabularies of JSON Schema 2020-12 are known; remove it'],
])('%s is not supported, and it is told what to do', async (place, advice) => {
  const found = await messagesAt(place, changed(whole, fromPointer(place), 'x'))
  expect(found).toEqual([expect.stringContaining(`is not supported: ${advice}`)])
})
