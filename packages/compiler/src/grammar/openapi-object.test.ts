import { expect, test } from 'vitest'
import { changed, structureProblemsOf } from '../../test/fixture.ts'
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
  responses: {
    '200': {
      description: 'Ok',
      headers: { 'X-Rest': { schema, required: true } },
      content: body,
      links: { next: { operationId: 'a' } },
    },
  },
  callbacks: { done: { '{$request.body#/url}': { post: { responses: {} } } } },
  tags: ['things'],
  externalDocs: { url: 'https://example.com' },
  security: [{ key: ['read'] }],
  servers: [serverWithVariables],
}

// The keywords of JSON Schema 2020-12, and those that OpenAPI 3.0 and 3.1 add.
const dataKeywords = [
  ...['type', 'enum', 'const', 'title', 'description', 'default', 'examples', 'example', 'deprecated', 'readOnly'],
  ...['writeOnly', '$comment', '$schema', 'format', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum'],
  ...['exclusiveMinimum', 'maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems', 'maxContains'],
  ...['minContains', 'maxProperties', 'minProperties', 'required', 'dependentRequired', 'contentMediaType'],
  ...['contentEncoding', 'contentSchema', 'nullable', 'xml', 'externalDocs'],
]
const schemaKeywords = [
  ...['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'contains', 'propertyNames'],
  ...['not', 'if', 'then', 'else'],
]
const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const mapKeywords = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions']

// A document with one of each object that the OpenAPI specification defines.
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
        ...Object.fromEntries(dataKeywords.map((keyword) => [keyword, 1])),
        ...Object.fromEntries(schemaKeywords.map((keyword) => [keyword, { type: 'object' }])),
        ...Object.fromEntries(listKeywords.map((keyword) => [keyword, [{ type: 'object' }]])),
        ...Object.fromEntries(mapKeywords.map((keyword) => [keyword, { a: { type: 'object' } }])),
        discriminator: { propertyName: 'kind', mapping: {} },
        'x-known-values': [{ value: 'box', description: 'A box' }],
      },
    },
  },
  security: [{ key: [] }],
  tags: [{ name: 'things' }],
  externalDocs: { url: 'https://example.com' },
  webhooks: { thing: { post: operation } },
  'x-evidence': evidence,
  'x-plausible-faults': {
    '200': { status: 403, text: 'Not you', reason: 'Everybody has a role', 'x-evidence': evidence },
  },
  'x-faults': {
    '100': {
      code: '100',
      name: 'nothingThere',
      status: 200,
      text: 'Nothing at {0}',
      earlierTexts: ['None at {0}'],
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
const plausible = '/x-plausible-faults/200'

function messagesAt(place: string, document: Json): readonly string[] {
  const problems = structureProblemsOf({ 'openapi.yaml': JSON.stringify(document) })
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
  `${fault}/earlierTexts/0`,
  ...['text', 'reason'].map((field) => `${plausible}/${field}`),
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
  ...listKeywords.map((keyword) => `${thing}/${keyword}`),
  `${thing}/x-known-values`,
  `${fault}/parameters`,
  `${fault}/earlierTexts`,
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
  ...[...schemaKeywords, ...mapKeywords].map((keyword) => `${thing}/${keyword}`),
  `${thing}/discriminator`,
  `${thing}/discriminator/mapping`,
  '/webhooks',
  `${post}/callbacks`,
  `${post}/responses/200/links`,
  '/x-evidence',
  '/x-plausible-faults',
  plausible,
  '/x-faults',
  `${fault}/operations`,
]

const required: readonly (readonly [name: string, place: string, fields: readonly string[]])[] = [
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
  ['plausible fault', plausible, ['status', 'text', 'reason', 'x-evidence']],
  ['evidence', `${fault}/x-evidence`, ['level', 'source']],
]

const others: readonly (readonly [name: string, place: string])[] = [
  ['Components', '/components'],
  ['Path Item', '/paths/~1things'],
  ['Operation', post],
  ['Example', `${post}/parameters/0/examples/one`],
  ['Media Type', `${post}/requestBody/content/application~1json`],
  ['Header', `${post}/responses/200/headers/X-Rest`],
  ['Link', `${post}/responses/200/links/next`],
  ['Schema', thing],
]

const unsupported: readonly (readonly [place: string, advice: string])[] = [
  [`${post}/parameters/0/examples/one/externalValue`, 'an example outside the document cannot be checked; give it as'],
  [`${post}/parameters/0/content`, 'a value described by a media type cannot be checked; describe it with `schema`'],
  [`${thing}/$id`, 'schemas are identified by their place; remove it and refer with $ref'],
  [`${thing}/$anchor`, 'schemas are identified by their place; remove it and refer with $ref'],
  [`${thing}/$dynamicAnchor`, 'references that are resolved at run time are not supported; use a plain $ref'],
  [`${thing}/$dynamicRef`, 'references that are resolved at run time are not supported; use a plain $ref'],
  [`${thing}/$recursiveAnchor`, 'references that are resolved at run time are not supported; use a plain $ref'],
  [`${thing}/$recursiveRef`, 'references that are resolved at run time are not supported; use a plain $ref'],
  [`${thing}/$vocabulary`, 'only the vocabularies of JSON Schema 2020-12 are known; remove it'],
]

// A single test, since the grammar is created once, at its first use.
test('The fields of each object and their types are checked', () => {
  expect(structureProblemsOf({ 'openapi.yaml': JSON.stringify(whole) })).toEqual([])
  const forms: readonly (readonly [places: readonly string[], content: Json, message: string])[] = [
    [texts, 5, 'must be text; put it in quotes'],
    [flags, 'yes', 'must be true or false'],
    [lists, {}, 'must be a list'],
    [mappings, 'all', 'must be a mapping'],
  ]
  for (const [places, content, message] of forms) {
    for (const place of places) {
      expect(messagesAt(place, changed(whole, fromPointer(place), content)), place).toContain(message)
    }
  }
  for (const [name, place, fields] of required) {
    for (const field of fields) {
      const found = messagesAt(place, changed(whole, [...fromPointer(place), field]))
      expect(found, `${place}/${field}`).toContain(`has no \`${field}\`; a ${name} must have one`)
    }
  }
  for (const [name, place] of [...required, ...others]) {
    const found = messagesAt(`${place}/sumary`, changed(whole, [...fromPointer(place), 'sumary'], 'x'))
    const start = `\`sumary\` is not a field of a ${name}; it is misspelt or belongs elsewhere (known: `
    expect(found, place).toEqual([expect.stringContaining(start)])
  }
  for (const [place, advice] of unsupported) {
    const found = messagesAt(place, changed(whole, fromPointer(place), 'x'))
    expect(found, place).toEqual([expect.stringContaining(`is not supported: ${advice}`)])
  }
})
