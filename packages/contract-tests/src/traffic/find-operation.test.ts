import type { Contract, Operation } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { describe, expect, test } from 'vitest'
import { createFindAnywhere, createFindOperation, type FindOperation } from './find-operation.ts'

const operation = (id: string, method: string, path: string): Operation => ({
  id,
  method,
  path,
  summary: '',
  parameters: [],
  responses: {},
  security: [],
  faults: [],
})
const operations = [
  operation('list', 'GET', '/things'),
  operation('make', 'POST', '/things'),
  operation('get', 'GET', '/things/{id}'),
  operation('getOwn', 'GET', '/things/own'),
  operation('compare', 'GET', '/things/{from}...{to}'),
]
const made: Contract = {
  ...contract,
  servers: ['https://api.example/base', '/local'],
  operations: Object.fromEntries(operations.map((each) => [each.id, each])),
}

function said(find: FindOperation, method: string, url: string): unknown {
  const place = find(method, url)
  if (place.kind === 'operation') return [place.operation.id, place.path]
  return place.kind === 'below' ? place.path : place.kind
}

describe('at its servers', () => {
  test.for<[string, string, unknown]>([
    ['GET', 'https://api.example/base/things', ['list', {}]],
    ['post', 'https://api.example/BASE/Things/', ['make', {}]],
    ['GET', 'https://anywhere.example/local/things', ['list', {}]],
    ['GET', 'https://api.example/base/things/a%20b?x#y', ['get', { id: 'a%20b' }]],
    ['GET', 'https://api.example/base/things/%zz', ['get', { id: '%zz' }]],
    ['GET', 'https://api.example/base/things/OWN', ['getOwn', {}]],
    ['GET', 'https://api.example/base/things/1...2', ['compare', { from: '1', to: '2' }]],
    ['PUT', 'https://api.example/base/things', 'method'],
    ['GET', 'https://api.example/base/things/1/parts', '/things/1/parts'],
    ['GET', 'https://api.example/base/others', 'foreign'],
    ['GET', 'https://api.example/things', 'foreign'],
    ['GET', 'http://api.example/base/things', 'foreign'],
    ['GET', 'no URL', 'foreign'],
  ])('%s %s', ([method, url, expected]) => {
    expect(said(createFindOperation(made), method, url)).toEqual(expected)
  })

  test('or at those of a single operation', () => {
    const upload = { ...operation('upload', 'POST', '/things'), servers: ['https://up.example'] }
    const find = createFindOperation({ ...made, operations: { ...made.operations, make: upload } })
    expect(said(find, 'POST', 'https://up.example/things')).toEqual(['upload', {}])
    expect(said(find, 'POST', 'https://api.example/base/things')).toBe('method')
    expect(said(find, 'GET', 'https://up.example/things')).toBe('method')
  })

  // OpenAPI 3.1.1, section 4.8.8; RFC 3986, section 6.2.2 leaves slashes alone.
  test('paths that differ only in a trailing slash are different', () => {
    const slashed = { ...made.operations, index: operation('index', 'GET', '/things/') }
    const find = createFindOperation({ ...made, operations: slashed })
    expect(said(find, 'GET', '/things/')).toBe('foreign')
    expect(said(find, 'GET', 'https://api.example/base/things/')).toEqual(['index', {}])
    expect(said(find, 'GET', 'https://api.example/base/things')).toEqual(['list', {}])
    expect(said(find, 'POST', 'https://api.example/base/things/')).toBe('method')
    expect(said(find, 'GET', 'https://api.example/base/things/7/')).toEqual(['get', { id: '7' }])
  })

  test('and at given base URLs', () => {
    const find = createFindOperation(made, ['http://127.0.0.1:4010/'])
    expect(said(find, 'GET', 'http://127.0.0.1:4010/things')).toEqual(['list', {}])
    expect(() => createFindOperation(made, ['localhost'])).toThrow(TypeError)
  })
})

test.for<[string, unknown]>([
  ['https://gateway.example/a/b/things/7', ['get', { id: '7' }]],
  ['https://gateway.example/a/b/things/7/parts', '/things/7/parts'],
  ['https://gateway.example/others', 'foreign'],
])('anywhere: %s', ([url, expected]) => {
  expect(said(createFindAnywhere(made), 'GET', url)).toEqual(expected)
})

test.for([
  ['segments', 'a/'.repeat(2 ** 19)],
  ['dots', `things/${'.'.repeat(2 ** 20)}`],
])('a megabyte of %s is searched once', ([, path]) => {
  const url = `https://gateway.example/${path}`
  expect(said(createFindAnywhere(made), 'GET', url)).not.toBe('method')
  expect(said(createFindOperation(made, ['https://gateway.example']), 'GET', url)).not.toBe('method')
})

// RFC 9110, 9.3.2.
describe('HEAD', () => {
  test('counts as GET', () => {
    expect(said(createFindOperation(made), 'HEAD', 'https://api.example/base/things')).toEqual(['list', {}])
  })

  test('is a separate operation if the contract declares it', () => {
    const look = operation('look', 'HEAD', '/things')
    const find = createFindOperation({ ...made, operations: { ...made.operations, look } })
    expect(said(find, 'HEAD', 'https://api.example/base/things')).toEqual(['look', {}])
    expect(said(find, 'GET', 'https://api.example/base/things')).toEqual(['list', {}])
  })
})
