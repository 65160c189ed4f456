import { expect, test } from 'vitest'
import { documentOf, loadFile } from '../../test/fixture.ts'
import type { Json } from '../grammar/json.ts'
import { createOmission } from './omitted-operations.ts'
import { createReferences } from './references.ts'
import { createRepairs } from './repairs.ts'
import { createReport, createSourceLoader } from './source-file.ts'
import { withoutOperations } from './without-operations.ts'

/** Returns the rest of a document, and the components recorded as unused. */
function left(text: string, without: readonly string[]): { value: Json; unused: readonly string[] } {
  const root = loadFile('openapi.yaml', text)
  const report = createReport()
  const sources = createSourceLoader(report)
  const repairs = createRepairs(true, report)
  const { components } = createReferences(root, sources, report)
  const fileAt = { ...sources, exists: () => false }
  const value = withoutOperations(root, components, fileAt, createOmission(without), repairs)
  return { value, unused: repairs.list().map(({ kind, pointer, message }) => `${kind} ${pointer} ${message}`) }
}

const body = (name: string): string =>
  `requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/${name}/items' } } } }`
const paths = `/a: { get: { operationId: a, ${body('A')} }, put: { operationId: b, ${body('B')} } }
/b: { get: { operationId: c, ${body('B')} } }
/c: { summary: Nothing }
x-d: { get: 1 }`
const rest = `tags: [{ $ref: '#/components/schemas/Tag' }]
components:
  x-note: { a: 1 }
  schemas: { A: { items: {} }, B: { items: { $ref: '#/components/schemas/C' } }, C: {}, D: {}, Tag: {} }
  responses: { Unused: { description: A } }
  examples: none`

const note = (name: string): string => `unused /components/${name} is a component that nothing uses`

test('Paths without any remaining operation are removed, and so are components that nothing else uses', () => {
  const { value, unused } = left(documentOf({ paths, rest }), ['b', 'c'])
  expect(value).toMatchObject({ paths: { '/a': { put: { operationId: 'b' } }, '/c': { summary: 'Nothing' } } })
  expect(Object.keys(Object(Object(value).paths))).toEqual(['/a', '/c', 'x-d'])
  expect(Object(value).components).toEqual({
    'x-note': { a: 1 },
    schemas: { A: { items: {} }, Tag: {} },
    responses: {},
    examples: 'none',
  })
  expect(unused).toEqual(['schemas/B', 'schemas/C', 'schemas/D', 'responses/Unused'].map(note))
})

test('If no operation is left out, everything that is used stays', () => {
  const { value, unused } = left(documentOf({ paths, rest }), [])
  expect(Object.keys(Object(Object(value).paths))).toEqual(['/a', '/b', '/c', 'x-d'])
  expect(Object.keys(Object(value).components.schemas)).toEqual(['A', 'B', 'C', 'Tag'])
  expect(unused).toEqual(['schemas/D', 'responses/Unused'].map(note))
})

test('A document with neither paths nor components is unchanged', () => {
  expect(left('openapi: 3.1.1', [])).toEqual({ value: { openapi: '3.1.1' }, unused: [] })
  expect(left('[1]', []).value).toEqual([1])
})
