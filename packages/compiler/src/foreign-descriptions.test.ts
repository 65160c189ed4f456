// Descriptions by third parties: mistakes whose meaning is clear are repaired, and errors are summarized.
import { expect, test } from 'vitest'
import { compileFiles, documentOf, problemsOf, the, writeFiles } from '../test/fixture.ts'
import { compile } from './compile.ts'
import { loadContract } from './load-contract.ts'

const done = "responses: { '204': { description: Done } }"
const body = (schema: string): string =>
  `requestBody: { content: { application/json: { schema: ${schema} } } }, ${done}`
const bad = '{ type: nothing }'

test('an operation without an operationId is named by its method and path', async () => {
  const files = { 'openapi.yaml': documentOf({ paths: `/a: { get: { ${done} } }` }) }
  const compiled = await compileFiles(files, { repair: true })
  const { contract } = await loadContract(compiled)
  expect(the(contract.operations['GET /a'])).toMatchObject({ id: 'GET /a', method: 'GET', path: '/a' })
  expect(compiled.repairs).toEqual([
    expect.objectContaining({ kind: 'named', message: 'GET /a has no operationId', pointer: '/paths/~1a/get' }),
  ])
})

test('the error about a third-party description has a line for each operation', async () => {
  const cookie = '{ name: a, in: cookie, schema: { type: string } }'
  const paths = `/a: { get: { operationId: a, parameters: [${cookie}, { $ref: '#/components/parameters/B' }], ${done} } }
/b: { get: { parameters: [{ $ref: '#/components/parameters/B' }], ${done} } }`
  const rest = `components: { parameters: { B: { name: b, in: cookie, schema: { type: string } } } }`
  const failed = compile(`${writeFiles({ 'openapi.yaml': documentOf({ paths, rest }) })}/openapi.yaml`, {
    repair: true,
  })
  const error: unknown = await failed.catch((reason: unknown) => reason)
  expect(String(error).split('\n')).toEqual([
    expect.stringMatching(
      /^CompileError: a: \S+openapi\.yaml:4:\d+ cookie parameters .*parameters\/0\/in\), and 1 more$/,
    ),
    expect.stringMatching(/^GET \/b: \S+openapi\.yaml:6:\d+ cookie parameters .*\/components\/parameters\/B\/in\)$/),
    "If the description is not yours to correct, compile it --without a --without 'GET /b'",
  ])
})

test('an invalid component that nothing uses does not reject a third-party description', async () => {
  const files = {
    'openapi.yaml': documentOf({ rest: `components: { schemas: { Bad: ${bad}, Good: { type: string } } }` }),
  }
  expect(await problemsOf(files)).not.toEqual([])
  const { repairs } = await compileFiles(files, { repair: true })
  expect(repairs.filter(({ kind }) => kind === 'unused').map(({ pointer }) => pointer)).toContain(
    '/components/schemas/Bad',
  )
})

// OpenAPI 3.1.1, section 4.8.9: only path items may be references, yet big descriptions use them for operations.
test('a reference instead of an operation is followed if repairs are allowed', async () => {
  const files = {
    'openapi.yaml': documentOf({ paths: '/a: { get: { $ref: a.yaml }, post: { $ref: b.yaml } }' }),
    'a.yaml': `operationId: getA\n${done}`,
    'b.yaml': `operationId: postA\n${body(bad).replace('}, responses', '}\nresponses')}`,
  }
  expect(await problemsOf(files)).toContainEqual(expect.objectContaining({ pointer: '/paths/~1a/get/$ref' }))
  const problems = await problemsOf(files, { repair: true })
  expect([...new Set(problems.flatMap(({ operations }) => operations))]).toEqual(['postA'])
  const { contract } = await loadContract(await compileFiles(files, { repair: true, without: ['postA'] }))
  expect(Object.keys(contract.operations)).toEqual(['getA'])
})

// JSON Schema Core 2020-12, section 6.5: unknown keywords have no effect.
test('`nullable` has no effect in OpenAPI 3.1', async () => {
  const paths = `/a: { post: { operationId: a, ${body('{ type: string, nullable: true }')} } }`
  const files = { 'openapi.yaml': documentOf({ paths }) }
  expect(await problemsOf(files)).toHaveLength(1)
  const compiled = await compileFiles(files, { repair: true })
  const { contract } = await loadContract(compiled)
  const validate = the(the(contract.operations.a).requestBody?.content['application/json']).validate
  expect(validate?.('text')).toEqual([])
  expect(validate?.(null)).not.toEqual([])
  expect(compiled.repairs).toContainEqual(
    expect.objectContaining({ kind: 'omitted', message: 'has no meaning in OpenAPI 3.1' }),
  )
})

// OpenAPI 3.1.1, section 4.8.24 (Specifying Schema Dialects): `$schema` of a root schema states its dialect.
test.each([
  ['3.1.1', 'https://json-schema.org/draft/2020-12/schema', undefined],
  ['3.1.1', 'https://json-schema.org/draft/2020-12/schema#', undefined],
  ['3.1.1', 'https://spec.openapis.org/oas/3.1/dialect/base', undefined],
  ['3.1.1', 'https://json-schema.org/draft/2019-09/schema', /is another dialect/],
  ['3.1.1', 'http://json-schema.org/draft-07/schema#', /is another dialect/],
  ['3.0.4', 'https://json-schema.org/draft/2020-12/schema', /does not exist in OpenAPI 3\.0/],
])('in OpenAPI %s, a schema in the dialect %s is accepted only if supported', async (version, $schema, message) => {
  const paths = `/a: { post: { operationId: a, ${body(`{ $schema: '${$schema}', type: string }`)} } }`
  const files = { 'openapi.yaml': documentOf({ version, paths }) }
  if (message)
    expect(await problemsOf(files)).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })])
  else await expect(compileFiles(files)).resolves.toBeDefined()
})

// OpenAPI 3.1.1, section 4.9: the content of an extension is opaque.
test.each(['{ $ref: nowhere.yaml }', '[{ $ref: nowhere.yaml }]'])(
  '%s in an extension is not followed',
  async (value) => {
    const files = {
      'openapi.yaml': documentOf({ paths: `/a: { get: { operationId: a, x-codeSamples: ${value}, ${done} } }` }),
    }
    await expect(compileFiles(files)).resolves.toBeDefined()
  },
)
