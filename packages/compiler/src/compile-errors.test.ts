import { expect, test } from 'vitest'
import { documentOf, oneOperation, problemsOf } from '../test/fixture.ts'

const done = "responses: { '204': { description: Done } }"

const body = (mediaType: string, content: string): string =>
  oneOperation(`responses: { '200': { description: Ok, content: { ${mediaType}: ${content} } } }`)

const parameter = (text: string): string => oneOperation(`parameters: [${text}]\n${done}`)

const schema = (text: string): string => `components: { schemas: { Thing: ${text} } }`

const cases: Readonly<
  Record<string, { paths?: string; rest?: string; version?: string; pointer: string; says: RegExp }>
> = {
  'an unknown version': { version: '2.0', pointer: '/openapi', says: /not OpenAPI 3\.0 or 3\.1; state the version/ },
  'a field that is misspelt': {
    paths: oneOperation(`sumary: Oops\n${done}`),
    pointer: '/paths/~1things/get/sumary',
    says: /`sumary` is not a field of a Operation; it is misspelt/,
  },
  'a field that is missing': {
    paths: oneOperation("responses: { '204': {} }"),
    pointer: '/paths/~1things/get/responses/204',
    says: /has no `description`; a Response must have one/,
  },
  'a mapping where a list belongs': {
    paths: oneOperation(`parameters: {}\n${done}`),
    pointer: '/paths/~1things/get/parameters',
    says: /must be a list/,
  },
  'an operation without operationId': {
    paths: `/things: { get: { ${done} } }`,
    pointer: '/paths/~1things/get',
    says: /GET \/things has no operationId; give it one/,
  },
  'an empty operationId': {
    paths: `/things: { get: { operationId: '', ${done} } }`,
    pointer: '/paths/~1things/get',
    says: /GET \/things has no operationId; give it one/,
  },
  'an operationId that is used twice': {
    paths: `/a: { get: { operationId: same, ${done} } }\n/b: { get: { operationId: same, ${done} } }`,
    pointer: '/paths/~1b/get/operationId',
    says: /`same` is also the operationId of GET \/a; rename one/,
  },
  'a path parameter that is not in the template': {
    paths: parameter('{ name: id, in: path, required: true, schema: { type: string } }'),
    pointer: '/paths/~1things/get/parameters',
    says: /path parameter `id` is not in \/things; add \{id\} or remove it/,
  },
  'a template whose parameter is not declared': {
    paths: `/things/{id}: { get: { operationId: getThing, ${done} } }`,
    pointer: '/paths/~1things~1{id}/get',
    says: /\{id\} of \/things\/\{id\} is not declared; add a path parameter/,
  },
  'an optional path parameter': {
    paths: `/{id}: { get: { operationId: getThing, parameters: [{ name: id, in: path, schema: { type: string } }], ${done} } }`,
    pointer: '/paths/~1{id}/get/parameters/0',
    says: /add `required: true`/,
  },
  'paths that differ only in case': {
    paths: `${oneOperation()}\n/Things: { post: { operationId: postThings, ${done} } }`,
    pointer: '/paths/~1Things',
    says: /differs from \/things only in case or in the names of parameters; merge/,
  },
  'a status with a prefix': {
    paths: oneOperation("responses: { 'x 200': { description: Oops } }"),
    pointer: '/paths/~1things/get/responses/x 200',
    says: /is not a status/,
  },
  'a status with four digits': {
    paths: oneOperation("responses: { '2000': { description: Oops } }"),
    pointer: '/paths/~1things/get/responses/2000',
    says: /is not a status/,
  },
  'a status outside the range of HTTP': {
    paths: oneOperation("responses: { '600': { description: Oops } }"),
    pointer: '/paths/~1things/get/responses/600',
    says: /is not a status/,
  },
  'a cookie parameter': {
    paths: parameter('{ name: id, in: cookie, schema: { type: string } }'),
    pointer: '/paths/~1things/get/parameters/0/in',
    says: /cookie parameters are not supported; use a header/,
  },
  'the style deepObject': {
    paths: parameter('{ name: filter, in: query, style: deepObject, schema: { type: string } }'),
    pointer: '/paths/~1things/get/parameters/0/style',
    says: /style `deepObject` is not supported here; use `form`/,
  },
  'a parameter that is an object': {
    paths: parameter('{ name: filter, in: query, schema: { type: object } }'),
    pointer: '/paths/~1things/get/parameters/0/schema',
    says: /does not say how to parse its text; give it one `type`/,
  },
  'a parameter of two types': {
    paths: parameter('{ name: filter, in: query, schema: { type: [integer, boolean] } }'),
    pointer: '/paths/~1things/get/parameters/0/schema',
    says: /does not say how to parse its text/,
  },
  'a parameter described by a media type': {
    paths: parameter('{ name: filter, in: query, content: { application/json: {} } }'),
    pointer: '/paths/~1things/get/parameters/0/content',
    says: /is not supported: a value described by a media type cannot be checked; describe it with `schema`/,
  },
  allowEmptyValue: {
    paths: parameter('{ name: filter, in: query, allowEmptyValue: true, schema: { type: string } }'),
    pointer: '/paths/~1things/get/parameters/0/allowEmptyValue',
    says: /is not supported; let the schema accept an empty text/,
  },
  'a parameter that is declared twice': {
    paths: parameter(
      '{ name: a, in: query, schema: { type: string } }, { name: a, in: query, schema: { type: string } }',
    ),
    pointer: '/paths/~1things/get/parameters/1',
    says: /repeats parameter `a`/,
  },
  'a schema for XML': {
    paths: body('application/xml', '{ schema: { type: object } }'),
    pointer: '/paths/~1things/get/responses/200/content/application~1xml/schema',
    says: /a schema for `application\/xml` cannot be checked; describe a JSON media type/,
  },
  'an invalid media type': {
    paths: body('json', '{}'),
    pointer: '/paths/~1things/get/responses/200/content/json',
    says: /`json` is not a media type/,
  },
  'an example outside the document': {
    paths: body('application/json', '{ examples: { one: { externalValue: one.json } } }'),
    pointer: '/paths/~1things/get/responses/200/content/application~1json/examples/one/externalValue',
    says: /cannot be checked; give it as `value`/,
  },
  'an example that contradicts its schema': {
    paths: body('application/json', '{ schema: { type: object, required: [id] }, example: {} }'),
    pointer: '/paths/~1things/get/responses/200/content/application~1json/example',
    says: /the example contradicts its schema: it must have required property 'id'; correct the example or the schema/,
  },
  'a named example that contradicts its schema': {
    paths: body(
      'application/json',
      '{ schema: { type: array, items: { type: string } }, examples: { two: { value: [a, 1] } } }',
    ),
    pointer: '/paths/~1things/get/responses/200/content/application~1json/examples/two/value',
    says: /example `two` contradicts its schema: \/1 must be string/,
  },
  'an example of a parameter that contradicts its schema': {
    paths: parameter('{ name: limit, in: query, schema: { type: integer, maximum: 10 }, example: 11 }'),
    pointer: '/paths/~1things/get/parameters/0/example',
    says: /the example contradicts its schema: it must be <= 10/,
  },
  'an example of a header that contradicts its schema': {
    paths: oneOperation(
      "responses: { '204': { description: Done, headers: { X-Count: { schema: { type: integer }, example: many } } } }",
    ),
    pointer: '/paths/~1things/get/responses/204/headers/X-Count/example',
    says: /the example contradicts its schema: it must be integer/,
  },
  'an example of a schema that contradicts it': {
    rest: schema('{ type: object, properties: { name: { type: string, examples: [fine, 1] } } }'),
    pointer: '/components/schemas/Thing/properties/name/examples',
    says: /an example contradicts its schema: it must be string/,
  },
  'a known value that contradicts its schema': {
    rest: schema("{ type: string, x-known-values: [{ value: '1' }, { value: 2 }] }"),
    pointer: '/components/schemas/Thing/x-known-values',
    says: /the known value 2 contradicts its schema: it must be string/,
  },
  'a known value that is listed twice': {
    rest: schema('{ type: string, x-known-values: [{ value: a }, { value: A }, { value: a }] }'),
    pointer: '/components/schemas/Thing/x-known-values',
    says: /^the known value "a" is listed twice; remove one$/,
  },
  'a known value that is listed twice in different case where case is ignored': {
    rest: schema('{ type: string, x-case-insensitive: true, x-known-values: [{ value: a }, { value: A }] }'),
    pointer: '/components/schemas/Thing/x-known-values',
    says: /^the known value "A" is listed twice; remove one$/,
  },
  'a default that contradicts its schema': {
    rest: schema('{ type: string, default: 1 }'),
    pointer: '/components/schemas/Thing/default',
    says: /the default contradicts its schema/,
  },
  'an example beside examples': {
    paths: body('application/json', '{ example: 1, examples: { two: { value: 2 } } }'),
    pointer: '/paths/~1things/get/responses/200/content/application~1json/example',
    says: /they exclude each other/,
  },
  'an unknown type': {
    rest: schema('{ type: text }'),
    pointer: '/components/schemas/Thing/type',
    says: /is not a schema: \/type must be/,
  },
  'an unknown keyword': {
    rest: schema('{ typ: string }'),
    pointer: '/components/schemas/Thing/typ',
    says: /`typ` is not a field of a Schema; it is misspelt/,
  },
  'a pattern that is not a regular expression': {
    rest: schema("{ type: string, pattern: '(' }"),
    pointer: '/components/schemas/Thing/pattern',
    says: /is not a regular expression/,
  },
  'a property that validators ignore': {
    rest: schema('{ properties: { __proto__: { type: string } } }'),
    pointer: '/components/schemas/Thing/properties/__proto__',
    says: /is not supported as the name of a property/,
  },
  'nullable in 3.1': {
    rest: schema('{ type: string, nullable: true }'),
    pointer: '/components/schemas/Thing/nullable',
    says: /has no meaning in OpenAPI 3\.1; write `type: \[string, 'null'\]`/,
  },
  'a keyword of 3.1 in 3.0': {
    version: '3.0.4',
    rest: schema('{ const: a }'),
    pointer: '/components/schemas/Thing/const',
    says: /does not exist in OpenAPI 3\.0; use 3\.1/,
  },
  $dynamicRef: {
    rest: schema("{ $dynamicRef: '#node' }"),
    pointer: '/components/schemas/Thing/$dynamicRef',
    says: /is not supported: references that are resolved at run time/,
  },
  'an unknown dialect': {
    rest: 'jsonSchemaDialect: http://json-schema.org/draft-07/schema#',
    pointer: '/jsonSchemaDialect',
    says: /is not supported; remove it/,
  },
  'a schema that contains itself in the same place': {
    rest: schema("{ allOf: [{ $ref: '#/components/schemas/Thing' }] }"),
    pointer: '/components/schemas/Thing/allOf/0',
    says: /contains itself in the same place, without end/,
  },
  'a required property that only responses have': {
    paths: oneOperation(
      `requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }\n${done}`,
    ),
    rest: schema('{ type: object, required: [id], properties: { id: { type: string, readOnly: true } } }'),
    pointer: '/components/schemas/Thing/properties/id',
    says: /is required and readOnly in a schema that requests use, which is not supported; give requests a schema/,
  },
  'an `example` of a schema that contradicts it': {
    rest: schema('{ type: integer, example: many }'),
    pointer: '/components/schemas/Thing/example',
    says: /^the example contradicts its schema: it must be integer/,
  },
  'a discriminator that points outside the schemas': {
    rest: schema(
      "{ type: object, discriminator: { propertyName: kind, mapping: { cat: 'x#/components/schemas/Thing' } } }",
    ),
    pointer: '/components/schemas/Thing/discriminator/mapping/cat',
    says: /does not name a schema/,
  },
  'a pattern that is invalid in Unicode mode': {
    rest: schema("{ type: string, pattern: '\\-' }"),
    pointer: '/components/schemas/Thing/pattern',
    says: /is not a regular expression/,
  },
  'a discriminator that names an unknown schema': {
    rest: schema('{ type: object, discriminator: { propertyName: kind, mapping: { cat: Cat } } }'),
    pointer: '/components/schemas/Thing/discriminator/mapping/cat',
    says: /does not name a schema/,
  },
  'a security scheme that is not defined': {
    rest: 'security: [{ token: [] }]',
    pointer: '/security/0/token',
    says: /names no security scheme; define `token`/,
  },
  'an unsupported security scheme': {
    rest: 'security: [{ cert: [] }]\ncomponents: { securitySchemes: { cert: { type: mutualTLS } } }',
    pointer: '/components/securitySchemes/cert/type',
    says: /is not supported; use http, apiKey/,
  },
  'a server variable without default': {
    rest: 'servers: [{ url: "https://{region}.example.com" }]',
    pointer: '/servers/0/url',
    says: /server variable `region` has no default/,
  },
  'an unknown evidence level': {
    rest: 'x-evidence: { level: rumoured, source: a friend }',
    pointer: '/x-evidence/level',
    says: /is not an evidence level; use one of documented, sdk, captured, vendor, inferred/,
  },
}

test.each(Object.entries(cases))(
  '%s is an error that says where and what to do',
  async (_, { pointer, says, ...parts }) => {
    const problems = await problemsOf({ 'openapi.yaml': documentOf(parts) })
    expect(problems.map((problem) => problem.pointer)).toContain(pointer)
    expect(problems.find((problem) => problem.pointer === pointer)?.message).toMatch(says)
  },
)

test('All problems are reported at once, in line order', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({
      paths: `/a: { get: { ${done} } }\n/b: { get: { ${done} } }`,
      rest: 'x-evidence: { level: rumoured, source: a friend }',
    }),
  })
  expect(problems.map(({ line }) => line)).toEqual([4, 5, 6])
})

test('An example with many mismatches is one problem', async () => {
  const properties = Array.from({ length: 9 }, (_, index) => `p${index}`).join(', ')
  const problems = await problemsOf({
    'openapi.yaml': documentOf({
      paths: body('application/json', `{ schema: { required: [${properties}], type: object }, example: {} }`),
    }),
  })
  expect(problems).toHaveLength(1)
  expect(problems[0]?.message).toContain('(and 6 more)')
})
