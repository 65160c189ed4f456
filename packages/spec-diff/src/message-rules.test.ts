import { expect, test } from 'vitest'
import { messageRules } from '../test/rules/message-rules.ts'
import { compareDocuments } from './compare-documents.ts'
import type { JsonObject } from './json.ts'

const securitySchemes = {
  o: { type: 'oauth2', flows: {} },
  k: { type: 'apiKey', in: 'header', name: 'K' },
  a: { type: 'http', scheme: 'bearer' },
  b: { type: 'http', scheme: 'bearer' },
}

function documentOf(operation: JsonObject, schemes: JsonObject = securitySchemes): JsonObject {
  const post = { operationId: 'a', responses: { 204: { description: '' } }, ...operation }
  return { openapi: '3.1.1', paths: { '/a': { post } }, components: { securitySchemes: schemes } }
}

test.for(messageRules)('%s', ([, before, after, impact, said]) => {
  const comparison = compareDocuments(documentOf(before), documentOf(after))
  expect(comparison.impact).toBe(impact)
  const lines = comparison.changes.map(({ subject, what }) => `${subject} ${what}`)
  if (impact === 'fix') expect(lines).toEqual([expect.stringMatching('^the document is written differently')])
  if (said !== undefined) expect(lines).toEqual(expect.arrayContaining([...said]))
  if (said !== undefined && impact === 'breaking') {
    const breaking = comparison.changes.filter((change) => change.impact === 'breaking')
    expect(breaking).toHaveLength(said.length)
  }
})

test('adding an unused scheme of the same kind is only a fix', () => {
  const { a, b } = securitySchemes
  const operation = { security: [{ a: [] }] }
  expect(compareDocuments(documentOf(operation, { a }), documentOf(operation, { a, b })).impact).toBe('fix')
})
