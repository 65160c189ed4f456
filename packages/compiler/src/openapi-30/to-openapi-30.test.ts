import { expect, test } from 'vitest'
import { compileFiles, documentOf, oneOperation, problemsOf } from '../../test/fixture.ts'
import type { JsonObject } from '../grammar/json.ts'
import { toOpenApi30 } from './to-openapi-30.ts'

const info: JsonObject = { title: 'Things', version: '1' }
const done: JsonObject = { '204': { description: 'Done.' } }

function convert(document: JsonObject) {
  const complaints: string[] = []
  const edition = toOpenApi30({ openapi: '3.1.1', info, ...document }, (_owner, key, message) =>
    complaints.push(`${key} ${message}`),
  )
  return { edition, complaints }
}

// Sections of OpenAPI 3.0.4, by their headings.
test.each<[section: string, of31: JsonObject, of30: JsonObject]>([
  ['OpenAPI Object', { jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' }, {}],
  ['OpenAPI Object', { webhooks: {} }, {}],
  [
    'Info Object',
    { info: { ...info, summary: 'Things.', description: 'Lists them.' } },
    { info: { ...info, description: 'Things.\n\nLists them.' } },
  ],
  [
    'License Object',
    { info: { ...info, license: { name: 'MIT', identifier: 'MIT' } } },
    { info: { ...info, license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' } } },
  ],
  [
    'Specification Extensions',
    { paths: { 'x-a': { parameters: [{ $ref: '#/b' }] } } },
    { paths: { 'x-a': { parameters: [{ $ref: '#/b' }] } } },
  ],
  ['Specification Extensions', { 'x-a': { $ref: '#/b', const: 1 } }, { 'x-a': { $ref: '#/b', const: 1 } }],
])('%s: %j becomes %j', (_section, of31, of30) => {
  const { edition, complaints } = convert(of31)
  expect(edition).toEqual({ openapi: '3.0.3', info, paths: {}, ...of30 })
  expect(complaints).toEqual([])
})

test('components other than schemas and security schemes are inlined', () => {
  const { edition, complaints } = convert({
    paths: {
      '/things': {
        $ref: '#/components/pathItems/Things',
      },
    },
    components: {
      schemas: { Thing: { type: ['object', 'null'] } },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      pathItems: {
        Things: {
          parameters: [{ $ref: '#/components/parameters/Page' }],
          post: {
            requestBody: { $ref: '#/components/requestBodies/Thing' },
            responses: { '200': { $ref: '#/components/responses/Thing', description: 'Mine.' } },
          },
        },
      },
      parameters: { Page: { in: 'query', name: 'page', schema: { const: 1 } } },
      requestBodies: { Thing: { content: { 'application/json': {} } } },
      headers: { Tag: { schema: { type: ['string', 'null'] } } },
      examples: { thing: { value: { type: ['object', 'null'], $ref: 'data' } } },
      responses: {
        Thing: {
          description: 'Theirs.',
          headers: { Tag: { $ref: '#/components/headers/Tag' } },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Thing' },
              examples: { thing: { $ref: '#/components/examples/thing' } },
            },
          },
        },
      },
    },
  })
  expect(complaints).toEqual([])
  expect(edition).toEqual({
    openapi: '3.0.3',
    info,
    paths: {
      '/things': {
        parameters: [{ in: 'query', name: 'page', schema: { enum: [1] } }],
        post: {
          requestBody: { content: { 'application/json': {} } },
          responses: {
            '200': {
              description: 'Mine.',
              headers: { Tag: { schema: { type: 'string', nullable: true } } },
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/Thing' },
                  examples: { thing: { value: { type: ['object', 'null'], $ref: 'data' } } },
                },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: { Thing: { type: 'object', nullable: true } },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  })
})

test('a component that is only used in unions with null is replaced by its nullable variant', () => {
  const orNull = (name: string): JsonObject => ({ oneOf: [{ $ref: `#/components/schemas/${name}` }, { type: 'null' }] })
  const { edition } = convert({
    components: {
      schemas: {
        Outer: { type: 'object', properties: { middle: orNull('Middle'), inner: orNull('Inner') } },
        Middle: { type: 'object', properties: { inner: { $ref: '#/components/schemas/Inner' } } },
        Inner: { type: 'string' },
        Unused: { type: 'string' },
      },
    },
  })
  const { schemas } = Object(edition.components)
  expect(Object.keys(schemas)).toEqual(['Outer', 'Inner', 'Unused', 'NullableMiddle', 'NullableInner'])
})

test.each<[of31: JsonObject, complaint: RegExp]>([
  [{ webhooks: { made: {} } }, /^webhooks do not exist in OpenAPI 3.0/],
  [{ paths: { '/a': { put: {} } } }, /^undefined has no responses/],
  [{ paths: { '/a': { get: { requestBody: {}, responses: done } } } }, /^get has a request body/],
  [{ components: { securitySchemes: { mine: { type: 'mutualTLS' } } } }, /^type does not exist in OpenAPI 3.0/],
  [
    { security: [{ key: ['admin'] }], components: { securitySchemes: { key: { type: 'apiKey' } } } },
    /^security names roles/,
  ],
  [
    {
      paths: { '/a': { put: { security: [{ key: ['admin'] }], responses: done } } },
      components: { securitySchemes: { key: { type: 'apiKey' } } },
    },
    /^security names roles/,
  ],
  [{ tags: [{ name: 'a', externalDocs: { $ref: '#/docs' } }] }, /^\$ref is not followed here/],
])('%j is rejected in one line', (of31, complaint) => {
  expect(convert(of31).complaints).toEqual([expect.stringMatching(complaint)])
})

const things = (schema: string): string =>
  documentOf({
    paths: oneOperation(
      `responses: { '200': { description: Ok, content: { application/json: { schema: ${schema}, example: a } } } }`,
    ),
  })

test('the edition is compiled on request', async () => {
  const files = { 'openapi.yaml': things('{ type: [string, "null"] }') }
  const { files: without } = await compileFiles(files)
  expect(without.has('openapi-3.0.json')).toBe(false)
  const { files: written } = await compileFiles(files, { openApi30: true })
  expect(written.get('openapi-3.0.json')).toContain('"nullable": true')
})

test('a keyword that OpenAPI 3.0 lacks is reported with its location in the YAML', async () => {
  const files = {
    'openapi.yaml': things('{ $ref: text.yaml }'),
    'text.yaml': 'type: string\npropertyNames: { maxLength: 1 }',
  }
  expect(await problemsOf(files, { openApi30: true })).toMatchObject([
    { file: expect.stringMatching(/text\.yaml$/), line: 2, message: expect.stringContaining('has no counterpart') },
  ])
})
