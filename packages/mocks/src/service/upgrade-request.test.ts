import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { customerId } from '../../test/partner-center.ts'
import type { Call } from '../contract/validate-request.ts'
import { upgradeRequestOf } from './upgrade-request.ts'

const callWith = (body: unknown): Call => {
  const operation = contract.operations.createProductUpgrade
  if (operation === undefined) throw new Error('There is no such operation.')
  const message = { method: 'POST', target: '/', header: () => null, headers: () => [], text: async () => '' }
  return { operation, message, parameters: { path: {}, query: {}, header: {} }, body, credentials: [] }
}

test('a Request is used as it is, with its headers, body and signal', () => {
  const body = { customerId, productFamily: 'azure', attributes: { objectType: 'ProductUpgradeRequest' } }
  expect(upgradeRequestOf(callWith(body))).toBe(body)
})

test.each([
  undefined,
  null,
  'text',
  {},
  { customerId },
  { productFamily: 'Azure' },
  { customerId: 7, productFamily: 'Azure' },
  { customerId, productFamily: null },
])('the service does not work with %j, should a contract ever let it through', (body) => {
  expect(() => upgradeRequestOf(callWith(body))).toThrow(
    'The contract of createProductUpgrade let a body through that is not an upgrade request.',
  )
})
