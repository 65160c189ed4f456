import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operationCases } from '../test/operation-changes.ts'
import { requestLimitCases } from '../test/request-limit-changes.ts'
import { requestPartCases } from '../test/request-part-changes.ts'
import { requestShapeCases } from '../test/request-shape-changes.ts'
import { responseLimitCases } from '../test/response-limit-changes.ts'
import { responsePartCases } from '../test/response-part-changes.ts'
import { responseShapeCases } from '../test/response-shape-changes.ts'
import { compareDocuments } from './compare-documents.ts'
import { readDocument } from './read-document.ts'

const document = readDocument(readFileSync(join(import.meta.dirname, '../test/orders.yaml'), 'utf8'))

// The expected impacts follow from who sends and who receives, not from the implementation.
describe.for([
  ['requests', [...requestShapeCases, ...requestLimitCases, ...requestPartCases]],
  ['responses', [...responseShapeCases, ...responseLimitCases, ...responsePartCases]],
  ['operations and documents', operationCases],
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

test('comparing a document with itself finds no change', () => {
  expect(compareDocuments(document, structuredClone(document))).toEqual({ impact: undefined, changes: [] })
})
