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

test('a valid upgrade request is used unchanged', () => {
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
])('the service refuses %j, even if a contract lets it through', (body) => {
  expect(() => upgradeRequestOf(callWith(body))).toThrow(
    'The contract of createProductUpgrade let a body through that is not an upgrade request.',
  )
})
