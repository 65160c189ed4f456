import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operationCases } from './cases/operation-cases.ts'
import { requestLimitCases } from './cases/request-limit-cases.ts'
import { requestPartCases } from './cases/request-part-cases.ts'
import { requestShapeCases } from './cases/request-shape-cases.ts'
import { responseLimitCases } from './cases/response-limit-cases.ts'
import { responsePartCases } from './cases/response-part-cases.ts'
import { responseShapeCases } from './cases/response-shape-cases.ts'
import { compareDocuments } from './compare-documents.ts'
import { readDocument } from './read-document.ts'

const document = readDocument(readFileSync(join(import.meta.dirname, 'cases', 'orders.yaml'), 'utf8'))

// What each means follows from who sends and who receives, not from what the comparison says.
describe.for([
  ['what is sent', [...requestShapeCases, ...requestLimitCases, ...requestPartCases]],
  ['what is received', [...responseShapeCases, ...responseLimitCases, ...responsePartCases]],
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
