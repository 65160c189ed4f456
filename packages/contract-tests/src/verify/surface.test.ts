import type { Operation } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { describe, expect, test } from 'vitest'
import { surfaceProblems } from './surface.ts'

function known(id: string): Operation {
  return contract.operations[id] ?? expect.fail(`no operation ${id}`)
}
const getDirectSignStatus = known('getDirectSignStatus')
/** Operations that the client has no method for. */
const unnamed = [
  { ...getDirectSignStatus, id: 'getQualification', path: '/v1/customers/{customer-tenant-id}/qualification' },
  { ...known('createProductUpgrade'), id: 'pauseProductUpgrade', path: '/v1/productUpgrades/pause' },
]

function answer(status: number, text: string, type = 'application/json') {
  return { status, headers: new Headers({ 'Content-Type': type }), text, milliseconds: 0 }
}

describe.each([getDirectSignStatus, ...unnamed])('$id', (operation) => {
  test('a response that the client turns into the right result is not a problem', async () => {
    expect(await surfaceProblems(operation, answer(200, '{"isSigned":true}'), undefined)).toEqual([])
    const fault = '{"code":900108,"description":"No."}'
    expect(await surfaceProblems(operation, answer(403, fault), '900108')).toEqual([])
  })

  test('a success that the client cannot read and a code that it misreads are reported', async () => {
    expect(await surfaceProblems(operation, answer(200, '{'), undefined)).toEqual([
      expect.stringContaining('the client reports an error'),
    ])
    expect(await surfaceProblems(operation, answer(403, '{"code":"1","description":"No."}'), '2')).toEqual([
      'the client reads the code 1 instead of 2',
    ])
  })
})

test.each(unnamed)('a response of $id need not be JSON', async (operation) => {
  expect(await surfaceProblems(operation, answer(200, 'Hello', 'text/plain'), undefined)).toEqual([])
  expect(await surfaceProblems(operation, answer(502, '<p>Bad gateway</p>', 'text/html'), undefined)).toEqual([])
})
