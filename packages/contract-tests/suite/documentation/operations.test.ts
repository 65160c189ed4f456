import type { Validate } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import {
  faultStatusesOf,
  type Named,
  requestHeaders,
  requests,
  responseHeaders,
  servers,
  specialHeaders,
  specialHeadersOf,
  unreadPages,
} from './operations.ts'
import type { Kind } from './values.ts'

// The matrix reports the operations whose pages are missing.
const operations = Object.values(contract.operations)
  .filter(({ id }) => id in requests)
  .map((operation) => [operation.id, operation] as const)
const answers = operations.flatMap(([id, { responses }]) =>
  Object.entries(responses).map(([status, response]) => [`${id} ${status}`, status, id, response] as const),
)

function expectKind(validate: Validate | undefined, { takes, refuses }: Kind, name: string): void {
  for (const value of takes) expect(validate?.(value), `${name}: ${JSON.stringify(value)}`).toEqual([])
  for (const value of refuses) expect(validate?.(value), `${name}: ${JSON.stringify(value)}`).not.toEqual([])
}

test('the operations are those of the pages, on two clouds', () => {
  expect(Object.keys(contract.operations)).toEqual(expect.arrayContaining(Object.keys(requests)))
  expect(contract.servers).toEqual(servers)
})

test('an operation whose page is not recorded is reported, with the place to record it', () => {
  expect(unreadPages(['createProductUpgrade', 'listThings'])).toEqual([
    'the page of listThings is not recorded: add what it says to suite/documentation/operations.ts',
  ])
})

describe('the request of an operation is what its page describes', () => {
  test.for(operations)('%s', ([id, operation]) => {
    const { method, path, appOnly = false, parameters: own } = requests[id] ?? expect.fail(id)
    expect(operation).toMatchObject({ method, path })
    expect(operation.requestBody?.required).toBe(method === 'POST' ? true : undefined)
    expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(method === 'POST' ? ['application/json'] : [])
    const schemes = ['appUserToken', ...(appOnly ? ['appOnlyToken'] : [])]
    expect(operation.security).toEqual(
      schemes.map((name) => [expect.objectContaining({ name, type: 'http', scheme: 'bearer' })]),
    )
    const parameters: Readonly<Record<string, Named>> = { ...requestHeaders, ...own }
    expect(operation.parameters.map(({ name }) => name).sort()).toEqual(Object.keys(parameters).sort())
    for (const parameter of operation.parameters) {
      const { kind, needed, in: place } = parameters[parameter.name] ?? expect.fail(parameter.name)
      expect(parameter).toMatchObject({ in: place, required: needed })
      expectKind(parameter.validate, kind, parameter.name)
    }
  })
})

test.for(operations)('%s may return each published status and no other', ([id, { responses }]) => {
  const page = requests[id] ?? expect.fail(id)
  expect(Object.keys(responses).sort()).toEqual([page.success, ...faultStatusesOf(page)].sort())
})

describe('every response has the published headers', () => {
  test.for(answers)('%s', ([, status, id, { headers }]) => {
    const special = specialHeadersOf(status, id)
    const names = [...Object.keys(responseHeaders), ...special]
    expect(headers.map(({ name }) => name).sort()).toEqual(names.sort())
    for (const { name, required, validate } of headers) {
      const { needed = false, kind } = specialHeaders[name] ?? { kind: responseHeaders[name] }
      expect(required, name).toBe(needed)
      expectKind(validate, kind ?? expect.fail(name), name)
    }
  })
})

describe('a response is JSON, empty, or the page of a gateway', () => {
  test.for(answers)('%s', ([, status, id, { content }]) => {
    const isEmpty = id === 'createProductUpgrade' && status === '202'
    const gateway = ['502', '503', '504'].includes(status) ? ['text/html'] : []
    expect(Object.keys(content)).toEqual(isEmpty ? [] : ['application/json', ...gateway])
    for (const { examples } of Object.values(content)) expect(Object.keys(examples)).not.toEqual([])
  })
})

test('the values on the pages are known values, and so are the statuses in the texts of faults', () => {
  const { ProductFamily, UpgradeStatus } = document.components.schemas
  expect(ProductFamily['x-known-values'].map(({ value }) => value)).toEqual(['Azure'])
  expect(UpgradeStatus['x-known-values'].map(({ value }) => value)).toEqual([
    'Completed',
    'Pending',
    'InProgress',
    'Failed',
  ])
})
