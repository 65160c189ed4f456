import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documentOf, type Files, oneOperation, problemsOf, writeFiles } from '../test/fixture.ts'
import { compile } from './compile.ts'
import { CompileError } from './load/compile-error.ts'

async function errorOf(files: Files): Promise<CompileError> {
  const error: unknown = await compile(join(writeFiles(files), 'openapi.yaml')).catch((reason: unknown) => reason)
  if (!(error instanceof CompileError)) throw new Error('it is no mistake of the document')
  return error
}

const done = "responses: { '204': { description: Done } }"
const things = (schema: string): string =>
  documentOf({ paths: oneOperation(done), rest: `components: { schemas: ${schema} }` })

test('An error has one line for each problem, with a location that editors and terminals can open', async () => {
  const error = await errorOf({
    'openapi.yaml': documentOf({ paths: `/a: { get: { ${done} } }\n/b: { get: { ${done} } }` }),
  })
  expect(error.name).toBe('CompileError')
  const lines = error.message.split('\n')
  expect(lines).toEqual([
    expect.stringMatching(/\/openapi\.yaml:4:\d+ GET \/a has no operationId; .* \(at \/paths\/~1a\/get\)$/),
    expect.stringMatching(/\/openapi\.yaml:5:\d+ GET \/b has no operationId; .* \(at \/paths\/~1b\/get\)$/),
    "If the description is not yours to correct, compile it --without 'GET /a' --without 'GET /b'",
  ])
})

test('A problem of the whole file is located at its start', async () => {
  const { message } = await errorOf({ 'openapi.yaml': '- a list' })
  expect(message).toMatch(/:1:1 is not an OpenAPI document; .*3\.1\.1`$/)
})

test('A missing file is reported once, where it is referenced', async () => {
  const error = await errorOf({})
  expect(error.problems).toHaveLength(1)
})

test('Problems are sorted by file, line and column', async () => {
  const wrong = '{ type: nothing }'
  const problems = await problemsOf({
    'openapi.yaml': things("{ Two: { $ref: 'b.yaml' }, One: { $ref: 'a.yaml' } }"),
    'b.yaml': `type: object\nproperties: { x: ${wrong}, y: ${wrong}, z: ${wrong} }\nadditionalProperties: ${wrong}`,
    'a.yaml': `type: object\nproperties:\n\n\n\n\n                         x: ${wrong}`,
  })
  const places = problems.map(({ file, line, column }) => `${file}:${line}:${column}`)
  expect([...new Set(places)]).toEqual(['a.yaml:7:37', 'b.yaml:2:26', 'b.yaml:2:48', 'b.yaml:2:70', 'b.yaml:3:31'])
  expect(places.indexOf('b.yaml:3:31')).toBe(places.lastIndexOf('b.yaml:2:70') + 1)
})
