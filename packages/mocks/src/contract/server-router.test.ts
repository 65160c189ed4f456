import type { Contract, Operation } from '@partner-upgrades/spec'
import { expect, test } from 'vitest'
import { textMessage } from '../../test/messages.ts'
import { isText, smallContract, smallOperation } from '../../test/small-contract.ts'
import { smallMock } from '../../test/small-mock.ts'

const { requestBody: _, ...plain } = { ...smallOperation, security: [] }

function operation(id: string, method: string, path: string, servers?: readonly string[]): Operation {
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
  const parameters = names.map(
    (name) => ({ name, in: 'path', required: true, type: 'string', validate: isText }) as const,
  )
  const responses = { '204': { description: 'Done.', headers: [], content: {} } }
  return { ...plain, id, method, path, parameters, responses, ...(servers && { servers }) }
}

function contractOf(...operations: readonly Operation[]): Contract {
  return { ...smallContract, operations: Object.fromEntries(operations.map((each) => [each.id, each])) }
}

test('paths that differ only in parameter names are one resource, and each method has its own names', async () => {
  const contract = contractOf(
    operation('remove', 'DELETE', '/shelves/{shelf}/items/{item-id}'),
    operation('list', 'GET', '/Shelves/{shelf}/items/{digest}'),
  )
  const seen: unknown[] = []
  const mock = smallMock({
    contract,
    resolve: ({ operation: { id }, parameters }) => {
      seen.push([id, parameters.path])
      return undefined
    },
  })
  for (const method of ['DELETE', 'GET']) await mock.respond(textMessage({ method, target: '/shelves/1/items/a' }))
  expect(seen).toEqual([
    ['remove', { shelf: '1', 'item-id': 'a' }],
    ['list', { shelf: '1', digest: 'a' }],
  ])
  const { headers } = await mock.respond(textMessage({ method: 'PUT', target: '/shelves/1/items/a' }))
  expect(headers.Allow).toBe('DELETE, GET')
})

test("an operation with its own server is found there, and not at the contract's", () => {
  const contract = contractOf(
    operation('read', 'GET', '/files/{id}'),
    operation('upload', 'POST', '/uploads/{id}', ['https://uploads.example/v2']),
  )
  const mock = smallMock({ contract, baseUrls: ['http://localhost:1'] })
  expect(mock.locate('GET', 'https://uploads.example/v2/uploads/1')).toBe('/uploads/1')
  expect(mock.locate('GET', 'https://things.example/api/uploads/1')).toBeUndefined()
  expect(mock.locate('GET', 'https://things.example/api/files/1')).toBe('/files/1')
  expect(mock.locate('GET', 'https://uploads.example/v2/files/1')).toBeUndefined()
  expect(mock.locate('GET', 'http://localhost:1/uploads/1')).toBe('/uploads/1')
  expect(mock.locateAnywhere('GET', 'http://elsewhere.example/v2/uploads/1')).toBe('/uploads/1')
})

test('a path below a server but outside the contract is reported once', () => {
  const missed: string[] = []
  const contract = contractOf(operation('upload', 'POST', '/uploads/{id}', ['https://things.example/api']))
  const mock = smallMock({ contract, miss: (method, url) => missed.push(`${method} ${url}`) })
  expect(mock.locate('GET', 'https://things.example/api/others')).toBeUndefined()
  expect(mock.locate('GET', 'https://elsewhere.example/others')).toBeUndefined()
  expect(missed).toEqual(['GET https://things.example/api/others'])
})
