import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operationCases } from './cases/operation-cases.ts'
import { requestCases } from './cases/request-cases.ts'
import { responseCases } from './cases/response-cases.ts'
import { compareDocuments } from './compare-documents.ts'
import { readDocument } from './read-document.ts'

const document = readDocument(readFileSync(join(import.meta.dirname, 'cases', 'orders.yaml'), 'utf8'))

// What each means follows from who sends and who receives, not from what the comparison says.
describe.for([
  ['what is sent', requestCases],
  ['what is received', responseCases],
  ['operations, and all of them', operationCases],
] as const)('%s', ([, cases]) => {
  test.for([...cases])('%s', ([, edit, impact, says]) => {
    const edited = edit(document)
    expect(edited).not.toEqual(document)
    const comparison = compareDocuments(document, edited)
    expect(comparison.impact).toBe(impact)
    const gravest = comparison.changes.filter((change) => change.impact === impact)
    expect(gravest.map(({ subject, what }) => `${subject} ${what}`).join('\n')).toContain(says)
  })
})

test('a document has not changed from itself', () => {
  expect(compareDocuments(document, structuredClone(document))).toEqual({ impact: undefined, changes: [] })
})
