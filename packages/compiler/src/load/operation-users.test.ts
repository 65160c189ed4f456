import { expect, test } from 'vitest'
import { loadFile } from '../../test/fixture.ts'
import type { Path } from '../grammar/json.ts'
import { reachOfOperations, usersOf } from './operation-users.ts'
import { locate } from './source-file.ts'

const body = (reference: string): string =>
  `requestBody: { content: { application/json: { schema: { $ref: '${reference}' } } } }`

const description = `
openapi: 3.1.1
security: [{ token: [] }, text]
paths:
  /things:
    summary: Things
    parameters: [{ name: id, in: query }]
    post: { operationId: postThings, ${body('#/components/schemas/Thing')}, security: [{ key: [] }] }
    get: { operationId: getThings }
  /text: none
  /others:
    put: none
    patch: { ${body('#/components/schemas/Part')} }
    head: { operationId: twice, security: [] }
    trace: { operationId: twice, security: none }
  /aliases: { $ref: '#/components/pathItems/Aliases' }
components:
  pathItems: { Aliases: { description: All, delete: { $ref: '#/x-operations/delete' }, options: { operationId: optionsOfAliases } } }
  schemas:
    Thing: { properties: { part: { $ref: '#/components/schemas/Part' } } }
    Part: { properties: { name: { type: string } } }
    Unused: {}
  securitySchemes: { token: {}, key: {} }
x-operations: { delete: { operationId: deleteAlias } }
`

function load() {
  const root = loadFile('openapi.yaml', description)
  return { root, operations: reachOfOperations(root, () => undefined) }
}

test('Operations are found in the order of paths, and named by operationId, or by method and path', () => {
  const { operations } = load()
  expect(operations.map(({ operation, method, path }) => [operation, method, path])).toEqual([
    ['getThings', 'get', '/things'],
    ['postThings', 'post', '/things'],
    ['twice', 'head', '/others'],
    ['PATCH /others', 'patch', '/others'],
    ['twice', 'trace', '/others'],
    ['deleteAlias', 'delete', '/aliases'],
    ['optionsOfAliases', 'options', '/aliases'],
  ])
})

test.each<[Path, readonly string[]]>([
  [['components', 'schemas', 'Thing'], ['postThings']],
  [
    ['components', 'schemas', 'Part'],
    ['postThings', 'PATCH /others'],
  ],
  [
    ['components', 'schemas', 'Part', 'properties', 'name'],
    ['postThings', 'PATCH /others'],
  ],
  [['components', 'schemas', 'Unused'], []],
  [['components', 'schemas'], []],
  [['components', 'securitySchemes', 'key'], ['postThings']],
  [
    ['components', 'securitySchemes', 'token', 'type'],
    ['getThings', 'PATCH /others', 'deleteAlias', 'optionsOfAliases'],
  ],
  [
    ['paths', '/things'],
    ['getThings', 'postThings'],
  ],
  [
    ['paths', '/things', 'parameters', 0],
    ['getThings', 'postThings'],
  ],
  [
    ['paths', '/things', 'summary'],
    ['getThings', 'postThings'],
  ],
  [['paths', '/things', 'get'], ['getThings']],
  [['paths', '/things', 'post', 'requestBody'], ['postThings']],
  [['paths', '/text'], []],
  [['paths', '/others', 'put'], []],
  [
    ['paths', '/others'],
    ['twice', 'PATCH /others'],
  ],
  [
    ['paths', '/aliases'],
    ['deleteAlias', 'optionsOfAliases'],
  ],
  [
    ['components', 'pathItems', 'Aliases'],
    ['deleteAlias', 'optionsOfAliases'],
  ],
  [
    ['components', 'pathItems', 'Aliases', 'description'],
    ['deleteAlias', 'optionsOfAliases'],
  ],
  [['components', 'pathItems', 'Aliases', 'delete'], ['deleteAlias']],
  [['x-operations', 'delete'], ['deleteAlias']],
  [['info'], []],
  [[], []],
])('A problem at %j affects the operations %j', (path, users) => {
  const { root, operations } = load()
  expect(usersOf(locate(root, path), operations)).toEqual(users)
})

test('The same pointer in another file affects no operation', () => {
  const { operations } = load()
  const other = loadFile('other.yaml', description)
  for (const path of [
    ['paths', '/things', 'get'],
    ['components', 'schemas', 'Thing'],
  ]) {
    expect(usersOf(locate(other, path), operations)).toEqual([])
  }
})

test.each(['[]', 'text', '{}', 'paths: []'])('A description that is %s has no operations', (text) => {
  expect(reachOfOperations(loadFile('openapi.yaml', text), () => undefined)).toEqual([])
})
