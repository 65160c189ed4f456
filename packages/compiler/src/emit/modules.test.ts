import { expect, test } from 'vitest'
import { compileFiles, documentOf, loadFiles, oneOperation, the } from '../../test/fixture.ts'

async function fileOf(name: string, parts: Parameters<typeof documentOf>[0]): Promise<string> {
  const { files } = await compileFiles({ 'openapi.yaml': documentOf(parts) })
  return the(files.get(name))
}

const shared = {
  paths: `/things:
  get:
    operationId: getThings
    parameters: [{ $ref: '#/components/parameters/limit' }, { name: own, in: query, schema: { type: string } }]
    responses: { '200': { $ref: '#/components/responses/Things' }, '404': { description: None } }
  post:
    operationId: addThing
    parameters: [{ $ref: '#/components/parameters/limit' }]
    responses: { '200': { $ref: '#/components/responses/Things' }, '202': { $ref: '#/components/responses/Things', description: Later } }`,
  rest: `components:
  parameters: { limit: { name: limit, in: query, schema: { type: integer } } }
  headers: { Total: { schema: { type: integer } } }
  responses: { Things: { description: Things, headers: { X-Total: { $ref: '#/components/headers/Total' } } } }`,
}

test('A component that several operations use becomes a single constant of the contract', async () => {
  const text = await fileOf('contract.ts', shared)
  expect(text).toContain("import type { Contract, Parameter, ResponseContract, ResponseHeader } from './model.ts'")
  expect(text.match(/^const \w+: \w+/gm)).toEqual([
    'const parameterLimit: Parameter',
    'const headerTotal: ResponseHeader',
    'const responseThings: ResponseContract',
  ])
  const { contract } = await loadFiles({ 'openapi.yaml': documentOf(shared) })
  const { getThings, addThing } = contract.operations
  expect(the(addThing).parameters[0]).toBe(the(getThings).parameters[0])
  expect(the(addThing).responses[200]).toBe(the(getThings).responses[200])
  expect(the(addThing).responses[202]).toMatchObject({ description: 'Later', headers: [{ name: 'X-Total' }] })
})

test('A contract without components imports only its own types', async () => {
  expect(await fileOf('contract.ts', {})).toContain("import type { Contract } from './model.ts'")
})

test('The operation IDs are a union type', async () => {
  expect(await fileOf('contract.ts', shared)).toContain("export type OperationId = 'getThings' | 'addThing'")
  expect(await fileOf('contract.ts', { paths: '  {}' })).toContain('export type OperationId = never')
})

test('A description with several lines becomes a comment with several lines', async () => {
  const rest =
    'components: { schemas: { my-thing: { type: string, description: "One.\\n\\nTwo.\\n" }, Other: { type: string, title: Titled }, Bare: {} } }'
  expect(await fileOf('schemas.ts', { rest })).toContain(`import type { components } from './types.ts'

/**
 * One.
 *
 * Two.
 */
export type myThing = components['schemas']['my-thing']

/** Titled */
export type Other = components['schemas']['Other']

export type Bare = components['schemas']['Bare']
`)
})

test('A document without schemas still has a module of types', async () => {
  expect(await fileOf('schemas.ts', {})).toMatch(/^\/\/ Generated .*\n\nexport \{\}\n$/)
})

test('A document without faults yields an empty catalogue', async () => {
  expect(await fileOf('fault-codes.ts', {})).toMatch(
    /export type FaultCode = never\n.*\n {2}getThings: never\n.*getThingsFaults: .* = \[\]\n.*= \{ getThings: getThingsFaults \}\n$/s,
  )
})

test('Each operation has its own list of faults, which a bundler can include separately', async () => {
  const rest = `x-faults:
  '7':
    { code: '7', name: seven, status: 404, text: No, operations: { getThings: { level: documented, source: a page } },
      actor: nobody, remedy: None, retry: never, x-evidence: { level: documented, source: a page } }`
  const text = await fileOf('fault-codes.ts', { ...shared, rest: `${shared.rest}\n${rest}` })
  expect(text).toContain("export const getThingsFaults: readonly OperationFaults['getThings'][] = ['7']\n")
  expect(text).toContain("export const addThingFaults: readonly OperationFaults['addThing'][] = []\n")
  expect(text).toContain('= { getThings: getThingsFaults, addThing: addThingFaults }\n')
  expect(text).toContain("  /** No */\n  readonly seven: '7'\n")
  expect(text).toContain("export const faultCodes: FaultCodes = { seven: '7' }\n")
})

test('Equal schemas share one validator, named after their component, type or location', async () => {
  const text = await fileOf('validators.ts', {
    paths: oneOperation(`parameters:
  - { name: a, in: query, schema: { type: integer } }
  - { name: b, in: query, schema: { type: integer, description: Another } }
  - { name: c, in: query, schema: { type: string, format: uuid } }
  - { name: d, in: query, schema: { type: string, maxLength: 3 } }
responses: { '200': { description: Ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }`),
    rest: 'components: { schemas: { Thing: { type: object } } }',
  })
  const [, exported = ''] = /export \{([^}]*)\}\s*$/.exec(text) ?? []
  const names = exported.split(',').flatMap((entry) => /(\w+)\s*$/.exec(entry)?.[1] ?? [])
  expect(names.sort()).toEqual(['Thing', 'getThingsQueryD', 'integer', 'stringUuid'])
})
