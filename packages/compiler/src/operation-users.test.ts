// A problem in any part of a description names the operations that use that part.
import { expect, test } from 'vitest'
import { compileFiles, documentOf, problemsOf } from '../test/fixture.ts'
import { loadContract } from './load-contract.ts'

const done = "responses: { '204': { description: Done } }"
const body = (schema: string): string =>
  `requestBody: { content: { application/json: { schema: ${schema} } } }, ${done}`
const bad = '{ type: nothing }'
const toBad = "{ $ref: '#/components/schemas/Bad' }"

interface Case {
  /** The operation to leave out. */
  readonly operation: string
  /** Further members of its path item. */
  readonly shared?: string
  readonly components?: string
  readonly file?: string
  /** The path of the operation. @default '/bad' */
  readonly path?: string
}

// With sections of OpenAPI 3.1.1.
const cases: Readonly<Record<string, Case>> = {
  'a schema (4.8.24)': { operation: body(toBad), components: `schemas: { Bad: ${bad} }` },
  'a schema within a schema': {
    operation: body("{ $ref: '#/components/schemas/Outer' }"),
    components: `schemas: { Outer: { type: object, properties: { inner: ${toBad} } }, Bad: ${bad} }`,
  },
  'a part of a schema': {
    operation: body("{ $ref: '#/components/schemas/Outer/properties/inner' }"),
    components: `schemas: { Outer: { type: object, properties: { inner: ${bad} } } }`,
  },
  'a schema that a mapping refers to (4.8.25)': {
    operation: body(
      "{ type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { bad: '#/components/schemas/Bad' } } }",
    ),
    components: `schemas: { Bad: ${bad} }`,
  },
  'a schema that a mapping names (4.8.25)': {
    operation: body(
      '{ type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { bad: Bad } } }',
    ),
    components: `schemas: { Bad: ${bad} }`,
  },
  'a schema that extends one with a discriminator (4.8.25)': {
    operation: body("{ $ref: '#/components/schemas/Base' }"),
    components: `schemas: {
      Base: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } },
      Middle: { allOf: [{ $ref: '#/components/schemas/Base' }] },
      Bad: { allOf: [{ $ref: '#/components/schemas/Middle' }, ${bad}] } }`,
  },
  'a request body (4.8.13)': {
    operation: `requestBody: { $ref: '#/components/requestBodies/Bad' }, ${done}`,
    components: `requestBodies: { Bad: { content: { application/json: { schema: ${bad} } } } }`,
  },
  'a response (4.8.17)': {
    operation: "responses: { '200': { $ref: '#/components/responses/Bad' } }",
    components: `responses: { Bad: { description: Bad, content: { application/json: { schema: ${bad} } } } }`,
  },
  'a header (4.8.21)': {
    operation: "responses: { '204': { description: Done, headers: { X-Bad: { $ref: '#/components/headers/Bad' } } } }",
    components: `headers: { Bad: { schema: ${bad} } }`,
  },
  'a parameter (4.8.12)': {
    operation: `parameters: [{ $ref: '#/components/parameters/Bad' }], ${done}`,
    components: 'parameters: { Bad: { name: bad, in: cookie, schema: { type: string } } }',
  },
  'a parameter of the path (4.8.9)': {
    operation: done,
    shared: 'parameters: [{ name: bad, in: cookie, schema: { type: string } }]',
  },
  'a path (4.8.8)': { operation: done, path: '/bad#fragment' },
  'a security scheme (4.8.27)': {
    operation: `security: [{ Bad: [] }], ${done}`,
    components: 'securitySchemes: { Bad: { type: mutualTLS } }',
  },
  'another file (4.6)': { operation: body('{ $ref: bad.yaml }'), file: bad },
}

function filesOf({ operation, shared = '', components = '', file, path = '/bad' }: Case, id = 'operationId: bad,') {
  const good = `/good: { get: { operationId: good, ${done} } }`
  const item = `${path.includes('#') ? `'${path}'` : path}: { ${shared}${shared && ','} post: { ${id} ${operation} } }`
  const rest = `components: { ${components} }`
  return {
    'openapi.yaml': documentOf({ paths: `${good}\n${item}`, rest }),
    ...(file === undefined ? {} : { 'bad.yaml': file }),
  }
}

test.each(Object.entries(cases))('a problem in %s belongs to the operation that uses it', async (_, each) => {
  const problems = await problemsOf(filesOf(each))
  expect(problems.length).toBeGreaterThan(0)
  for (const { operations } of problems) expect(operations).toEqual(['bad'])
})

test.each(Object.entries(cases))('a problem in %s disappears once that operation is left out', async (_, each) => {
  const { contract } = await loadContract(await compileFiles(filesOf(each), { without: ['bad'] }))
  expect(Object.keys(contract.operations)).toEqual(['good'])
})

// OpenAPI 3.1.1, section 4.8.10: an operationId is optional.
test.each(Object.entries(cases))('the same holds for an operation without operationId: %s', async (_, each) => {
  const files = filesOf(each, '')
  const name = `POST ${each.path ?? '/bad'}`
  const [problem] = await problemsOf(files, { repair: true })
  expect(problem?.operations).toEqual([name])
  const { contract } = await loadContract(await compileFiles(files, { repair: true, without: [name] }))
  expect(Object.keys(contract.operations)).toEqual(['good'])
})

test('a component that other operations use stays when one of its users is left out', async () => {
  const files = {
    'openapi.yaml': documentOf({
      paths: `/a: { post: { operationId: a, ${body("{ $ref: '#/components/schemas/A' }")} }, put: { operationId: b, ${body("{ $ref: '#/components/schemas/A' }")} } }`,
      rest: 'components: { schemas: { A: { $ref: a.yaml } } }',
    }),
    'a.yaml': '{ type: string }',
  }
  const { document } = await compileFiles(files, { without: ['a'] })
  expect(document).toMatchObject({ components: { schemas: { A: { type: 'string' } } } })
})

test('an operation that is already left out is not named again', async () => {
  const files = {
    'openapi.yaml': documentOf({
      paths: `/a: { post: { operationId: a, ${body(toBad)} }, put: { operationId: b, ${body(toBad)} } }`,
      rest: `components: { schemas: { Bad: ${bad} } }`,
    }),
  }
  for (const { operations } of await problemsOf(files, { without: ['a'] })) expect(operations).toEqual(['b'])
})
