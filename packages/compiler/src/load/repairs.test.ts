import { expect, test } from 'vitest'
import { compileFiles, documentOf, oneOperation, problemsOf, the } from '../../test/fixture.ts'
import { loadContract } from '../load-contract.ts'
import type { Repair } from './repairs.ts'

interface Repaired {
  readonly bodies: Readonly<Record<string, unknown>>
  readonly fits: readonly boolean[]
  readonly repairs: readonly Repair[]
}

/** Returns the examples of the only response of a document after repairs. `mediaType` is YAML. */
async function repaired(mediaType: string, rest = '', version?: string): Promise<Repaired> {
  const paths = oneOperation(`responses: { '200': { description: Ok, content: { application/json: ${mediaType} } } }`)
  const compiled = await compileFiles({ 'openapi.yaml': documentOf({ paths, rest, version }) }, { repair: true })
  const { contract } = await loadContract(compiled)
  const body = the(the(contract.operations.getThings).responses[200]).content['application/json']
  const examples = Object.entries(body?.examples ?? {})
  return {
    bodies: Object.fromEntries(examples.map(([name, { value }]) => [name, value])),
    fits: examples.map(([, { value }]) => body?.validate?.(value).length === 0),
    repairs: compiled.repairs,
  }
}

const kinds = (repairs: readonly Repair[]): string[] => repairs.map(({ kind }) => kind).sort()

test('An example that contradicts its schema is omitted, and the others stay', async () => {
  const { bodies, repairs } = await repaired(
    '{ schema: { type: integer }, examples: { bad: { value: one }, good: { value: 1 }, none: { summary: Nothing } } }',
  )
  expect(bodies).toEqual({ good: 1 })
  expect(repairs).toEqual([
    {
      kind: 'omitted',
      file: expect.stringMatching(/openapi\.yaml$/),
      pointer: '/paths/~1things/get/responses/200/content/application~1json/examples/bad/value',
      message: 'example `bad` contradicts its schema: it must be integer',
    },
    expect.objectContaining({ kind: 'omitted', message: 'example `none` has no `value`' }),
  ])
})

test('An example that contains a $ref is omitted', async () => {
  const { bodies, repairs } = await repaired(
    "{ schema: { type: object }, examples: { bad: { value: { a: { $ref: '#/components' } } }, good: { value: {} } } }",
  )
  expect(bodies).toEqual({ good: {} })
  expect(kinds(repairs)).toEqual(['omitted'])
})

test('A $ref in a keyword that affects validation is still rejected', async () => {
  const paths = oneOperation(
    "responses: { '200': { description: Ok, content: { application/json: { schema: { const: { $ref: '#/x' } } } } } }",
  )
  const problems = await problemsOf({ 'openapi.yaml': documentOf({ paths }) }, { repair: true })
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('is a `$ref` within data')])
})

test('A response without a valid example gets one generated from its schema', async () => {
  const { bodies, fits, repairs } = await repaired(
    "{ schema: { $ref: '#/components/schemas/Thing' }, example: { id: one } }",
    `components:
  schemas:
    Thing:
      type: object
      required: [id, parts]
      properties:
        id: { type: integer, minimum: 5 }
        parts: { type: array, minItems: 1, items: { $ref: '#/components/schemas/Part' } }
    Part: { type: object, required: [kind], properties: { kind: { enum: [bolt, nut] } } }`,
  )
  expect(bodies).toEqual({ made: { id: 5, parts: [{ kind: 'bolt' }] } })
  expect(fits).toEqual([true])
  expect(kinds(repairs)).toEqual(['generated', 'omitted'])
})

test('A generated string matches its pattern', async () => {
  const { fits } = await repaired("{ schema: { type: string, pattern: '^sha:[a-f]{3}$' } }")
  expect(fits).toEqual([true])
})

test('An invalid example of a schema is not used', async () => {
  const { bodies, repairs } = await repaired(
    '{ schema: { type: object, properties: { id: { type: integer, example: one }, size: { type: integer, default: big } } } }',
  )
  expect(bodies).toEqual({ made: { id: 0, size: 0 } })
  expect(kinds(repairs)).toEqual(['generated', 'omitted', 'omitted'])
})

test('The alternative that matches alone is chosen from several', async () => {
  const { bodies, fits } = await repaired(
    '{ schema: { oneOf: [{ type: object, required: [a] }, { type: object, required: [b] }, { type: object }] } }',
  )
  expect(bodies).toEqual({ made: {} })
  expect(fits).toEqual([true])
})

test('A nullable value of OpenAPI 3.0 and a recursive schema compile', async () => {
  const { fits } = await repaired(
    "{ schema: { $ref: '#/components/schemas/Node' } }",
    `components:
  schemas:
    Node:
      type: object
      required: [name, next]
      properties: { name: { type: string, nullable: true }, next: { type: array, items: { $ref: '#/components/schemas/Node' } } }`,
    '3.0.3',
  )
  expect(fits).toEqual([true])
})

test('An example that cannot be generated is reported as missing, with the reason', async () => {
  const { bodies, repairs } = await repaired("{ schema: { type: string, pattern: '^(?=zebra)a' } }")
  expect(bodies).toEqual({})
  expect(repairs).toMatchObject([
    {
      kind: 'missing',
      pointer: '/paths/~1things/get/responses/200/content/application~1json',
      message: 'has no valid example, and none could be generated from its schema: it must match pattern "^(?=zebra)a"',
    },
  ])
})

test('A required response header gets an example; request headers get none', async () => {
  const paths = oneOperation(`requestBody: { content: { application/json: { schema: { type: integer } } } }
responses:
  '204':
    description: Done
    headers:
      X-Needed: { required: true, schema: { type: integer, minimum: 3 } }
      X-Other: { schema: { type: integer } }`).replace('get:', 'post:')
  const { contract } = await loadContract(
    await compileFiles({ 'openapi.yaml': documentOf({ paths }) }, { repair: true }),
  )
  const { responses, requestBody } = the(contract.operations.getThings)
  expect(responses[204]?.headers.map(({ example }) => example)).toEqual([3, undefined])
  expect(requestBody?.content['application/json']?.examples).toEqual({})
})

const done = "responses: { '204': { description: Done } }"
const at = (path: string, method: string, id: string): string => {
  const parameter = `{ name: ${id}, in: path, required: true, schema: { type: string } }`
  return `/things/{${path}}: { ${method}: { operationId: ${method}${id}, parameters: [${parameter}], ${done} } }`
}

test('Paths that differ only in parameter names are distinguished by their methods', async () => {
  const files = { 'openapi.yaml': documentOf({ paths: `${at('a', 'get', 'a')}\n${at('b', 'put', 'b')}` }) }
  const { repairs } = await compileFiles(files, { repair: true })
  expect(repairs).toMatchObject([
    { kind: 'distinguished', pointer: '/paths/~1things~1{b}', message: expect.stringContaining('/things/{a}') },
  ])
  expect(await problemsOf(files)).toHaveLength(1)
})

test('Paths that differ only in parameter names must not share a method', async () => {
  const paths = `${at('a', 'get', 'a')}\n${at('b', 'get', 'b')}`
  const problems = await problemsOf({ 'openapi.yaml': documentOf({ paths }) }, { repair: true })
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('merge them')])
})

test('A response type that cannot be validated is omitted if there is another, and rejected otherwise', async () => {
  const answer = (content: string): string =>
    documentOf({ paths: oneOperation(`responses: { '200': { description: Ok, content: { ${content} } } }`) })
  const odd = 'application/odd: { schema: { type: object } }'
  const compiled = await compileFiles(
    { 'openapi.yaml': answer(`application/json: { example: 1 }, ${odd}`) },
    { repair: true },
  )
  const { contract } = await loadContract(compiled)
  expect(Object.keys(contract.operations.getThings?.responses[200]?.content ?? {})).toEqual(['application/json'])
  expect(compiled.repairs).toMatchObject([{ kind: 'omitted', pointer: expect.stringMatching(/application~1odd$/) }])
  expect(await problemsOf({ 'openapi.yaml': answer(odd) }, { repair: true })).toHaveLength(1)
})

test('The document is not modified', async () => {
  const paths = oneOperation(
    "responses: { '200': { description: Ok, content: { application/json: { schema: { type: integer }, example: one } } } }",
  )
  const { document } = await compileFiles({ 'openapi.yaml': documentOf({ paths }) }, { repair: true })
  expect(JSON.stringify(document)).toContain('"example":"one"')
})
