import { expect, test } from 'vitest'
import { documentOf, readFiles } from '../../test/fixture.ts'
import { readOperations } from '../read/operation-object.ts'
import { checkReadWriteOnly } from './read-write-only.ts'

/** Returns the problems reported for a document with these schemas, as pointer and message. */
function problemsOf(operation: string, schemas: string, more = ''): readonly string[] {
  const paths = `/things: { post: { operationId: postThings, ${operation} } }`
  const { reader, problems } = readFiles({
    'openapi.yaml': documentOf({ paths, rest: `components: { schemas: ${schemas}${more} }` }),
  })
  checkReadWriteOnly(readOperations(reader), reader)
  return problems().map(({ pointer, message }) => `${pointer} ${message}`)
}

const thing = "{ $ref: '#/components/schemas/Thing' }"
const one = (keyword: string): string =>
  `{ type: object, required: [id], properties: { id: { type: string, ${keyword}: true } } }`
const ask = (schema: string): string =>
  `requestBody: { content: { application/json: { schema: ${schema} } } }, responses: { '204': { description: Done } }`
const answer = (schema: string): string =>
  `responses: { '204': { description: Done }, '200': { description: Ok, content: { application/json: {}, text/json: { schema: ${schema} } } } }`

const refused = (keyword: string, where: string): string =>
  `/components/schemas/Thing/properties/id is required and ${keyword} in a schema that ${where} use, which is not supported; give ${where} a schema of their own`

// OpenAPI 3.1.1, section 4.8.24.1: readOnly properties are not part of a request, writeOnly ones not of a response.
test.each([
  [ask(thing), one('readOnly'), [refused('readOnly', 'requests')]],
  [ask(thing), one('writeOnly'), []],
  [answer(thing), one('writeOnly'), [refused('writeOnly', 'responses')]],
  [answer(thing), one('readOnly'), []],
  [answer(thing), '{ type: object, properties: { id: { writeOnly: true } } }', []],
  [answer(thing), '{ required: [id], properties: { id: { writeOnly: false } } }', []],
  [answer(thing), '{ required: [id], properties: { id: true, other: { writeOnly: true } } }', []],
  [answer(thing), '{ required: [id, other], properties: { other: { type: string } } }', []],
])('With %s and the schema %s, the problems are %j', (operation, schema, messages) => {
  expect(problemsOf(operation, `{ Thing: ${schema} }`)).toEqual(messages)
})

test('A property that is a reference has the direction of its target', () => {
  const schemas = `{ Thing: { required: [id], properties: { id: { $ref: '#/components/schemas/Secret' } } }, Secret: { writeOnly: true } }`
  expect(problemsOf(answer(thing), schemas)).toEqual([refused('writeOnly', 'responses')])
  expect(problemsOf(ask(thing), schemas)).toEqual([])
})

test('A keyword beside a reference applies to the property, too', () => {
  const own = "{ $ref: '#/components/schemas/Name', writeOnly: true }"
  const schemas = `{ Thing: { required: [id], properties: { id: ${own} } }, Name: { type: string } }`
  expect(problemsOf(answer(thing), schemas)).toEqual([refused('writeOnly', 'responses')])
})

// JSON Schema 2020-12, Core, section 10: the keywords that apply subschemas.
test.each([
  ...['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'contains', 'propertyNames'],
  ...['not', 'if', 'then', 'else'],
])('A schema is found in %s', (keyword) => {
  expect(problemsOf(answer(`{ ${keyword}: ${thing} }`), `{ Thing: ${one('writeOnly')} }`)).toHaveLength(1)
})

test.each(['allOf', 'anyOf', 'oneOf', 'prefixItems'])('A schema is found in the list %s', (keyword) => {
  expect(problemsOf(answer(`{ ${keyword}: [{}, ${thing}] }`), `{ Thing: ${one('writeOnly')} }`)).toHaveLength(1)
})

test.each(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'])(
  'A schema is found in a mapping of %s',
  (keyword) => {
    expect(problemsOf(answer(`{ ${keyword}: { a: ${thing} } }`), `{ Thing: ${one('writeOnly')} }`)).toHaveLength(1)
  },
)

test('A recursive schema is checked once', () => {
  const schemas = `{ Thing: { required: [id], properties: { id: { writeOnly: true }, up: ${thing} } } }`
  expect(problemsOf(answer(thing), schemas)).toEqual([refused('writeOnly', 'responses')])
})

test('A body and a response may be components', () => {
  const more = `, requestBodies: { Body: { content: { application/json: { schema: ${thing} } } } }, responses: { Ok: { description: Ok, content: { application/json: { schema: ${thing} } } } }`
  const body = "requestBody: { $ref: '#/components/requestBodies/Body' }, responses: { '204': { description: Done } }"
  const response = "responses: { '200': { $ref: '#/components/responses/Ok' } }"
  expect(problemsOf(body, `{ Thing: ${one('readOnly')} }`, more)).toEqual([refused('readOnly', 'requests')])
  expect(problemsOf(response, `{ Thing: ${one('writeOnly')} }`, more)).toEqual([refused('writeOnly', 'responses')])
})
