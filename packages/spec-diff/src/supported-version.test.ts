import { expect, test } from 'vitest'
import { compareDocuments } from './compare-documents.ts'
import { DocumentError } from './document-error.ts'
import { readDocument } from './read-document.ts'

// A document of an unknown version would be read only in part, and the rest would count as unchanged.
test.for([
  ["swagger: '2.0'", 'is Swagger 2.0: convert it to OpenAPI 3 first.'],
  ["openapi: '2.0.0'", 'is not an OpenAPI 3 document: it does not start with `openapi: 3.…`.'],
  ["openapi: '3.2.0'", 'is OpenAPI 3.2.0: only 3.0 and 3.1 can be compared; write it as 3.1 first.'],
  ["openapi: '3.10.0'", 'is OpenAPI 3.10.0: only 3.0 and 3.1 can be compared; write it as 3.1 first.'],
  ['openapi: 3.1', "has the number 3.1 as its `openapi`: write it as text, such as '3.1.1'."],
])('%s is rejected in one line', ([version, message]) => {
  const text = `${version}\npaths: { /a: { query: { responses: {} } } }`
  expect(() => readDocument(text)).toThrow(new DocumentError(message))
})

test('a document that was not read by readDocument is rejected as well', () => {
  const [known, unknown] = [
    { openapi: '3.1.1', paths: {} },
    { openapi: '3.2.0', paths: {} },
  ]
  expect(() => compareDocuments(known, unknown)).toThrow(DocumentError)
  expect(() => compareDocuments(unknown, known)).toThrow(DocumentError)
})

test.for(['3.0.0', '3.0.4', '3.1.0', '3.1.1', '3.1.2'])('OpenAPI %s is read', (openapi) => {
  expect(readDocument(`openapi: '${openapi}'\npaths: {}`)).toMatchObject({ openapi })
})

test('a method that only OpenAPI 3.2 has is not ignored in another version', () => {
  const of = (more: object) => ({ openapi: '3.1.1', paths: { '/a': { get: { responses: {} }, ...more } } })
  const { impact, changes } = compareDocuments(of({ query: { responses: {} } }), of({}))
  expect(impact).toBe('breaking')
  expect(changes.map(({ what }) => what)).toEqual([
    'has changed in a way that cannot be judged (`query /a`): nothing instead of {"responses":{}}',
  ])
})
