import { expect, it } from 'vitest'
import { bookshop, type Json, partOf, without, withValue } from '../test/bookshop.ts'
import { lintAll, ownRules } from '../test/lint.ts'

const post = ['paths', '/books', 'post']
const schemas = ['components', 'schemas']
const responses = [...post, 'responses']

/** One mistake for each rule: the wrong value at a path, or none to remove the right one. */
const mistakes: Readonly<Record<string, readonly [path: readonly string[], value?: Json]>> = {
  'oas3-schema': [['info', 'title'], 5],
  'contact-properties': [['info', 'contact', 'name']],
  'component-used': [[...schemas, 'Shelf'], { type: 'string' }],
  'evidence-stated': [[...schemas, 'Guid', 'x-evidence']],
  'evidence-level': [[...schemas, 'Book', 'x-evidence', 'level'], 'guessed'],
  'body-example': [[...post, 'requestBody', 'content', 'application/json', 'examples']],
  'example-properties': [[...schemas, 'Slow', 'examples'], [{ text: 'Come back later.' }]],
  'body-required': [[...post, 'requestBody', 'required']],
  'credentials-required': [[...post, 'security'], []],
  'documented-example': [[...responses, '200', 'content', 'application/json', 'examples', 'documented'], { value: {} }],
  throttling: [[...responses, '429', 'headers', 'Retry-After']],
  'error-responses': [[...responses, '404']],
  'fault-answered': [['x-faults', '17', 'operations', 'burnBook'], { level: 'inferred', source: 'A rumour' }],
  'fault-example': [['x-faults', '17', 'name'], 'outOfPrint'],
  'no-inline-object': [[...schemas, 'Book', 'properties', 'author'], { type: 'object', properties: {} }],
  'server-over-tls': [['servers'], [{ url: 'http://api.example.com' }]],
  'shared-guid': [[...schemas, 'Book', 'properties', 'shelf'], { type: 'string', format: 'uuid' }],
  'open-response-set': [[...schemas, 'Problem', 'properties', 'code', 'enum'], ['17']],
  'known-values-described': [[...schemas, 'Book', 'properties', 'cover', 'x-known-values'], [{ value: 'Soft' }]],
  'informative-description': [[...schemas, 'Slow', 'description'], 'Slow'],
  'idempotent-post': [[...post, 'parameters']],
  'response-headers': [[...responses, '500', 'headers'], {}],
  // A second path, because faults refer to the operation of the first one by name.
  'operation-id': [['paths', '/shelves'], withValue(['post', 'operationId'], 'shelves', partOf(['paths', '/books']))],
  'header-case': [['components', 'parameters', 'RequestId', 'name'], 'ms-requestid'],
  'known-extension': [[...post, 'x-mood'], 'sunny'],
  'no-secrets': [['info', 'description'], `Bearer ${'0123456789abcdef'.repeat(2)}`],
}

it('reports every rule that a document breaks, all at once', async () => {
  const wrong = Object.values(mistakes).reduce<Json>(
    (document, [path, value]) => (value === undefined ? without(path, document) : withValue(path, value, document)),
    bookshop,
  )
  const found = await lintAll(ownRules, wrong)
  expect([...new Set(found.map(({ code }) => code))].sort()).toEqual([...ownRules].sort())
})

it('reports nothing for a document that follows all rules', async () => {
  expect(await lintAll(ownRules, bookshop)).toEqual([])
})
