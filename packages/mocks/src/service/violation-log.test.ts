import { expect, test } from 'vitest'
import { call, create, customerId } from '../../test/partner-center.ts'
import { faults } from '../injections/presets.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

test('a conversation within the contract passes, business faults and injected ones included', async () => {
  const mock = createPartnerCenterMock()
  await create(mock)
  await call(mock, 'productUpgrades')
  mock.inject(faults.gatewayPage())
  await mock.fetch('https://api.partnercenter.microsoft.com/v1/productUpgrades/eligibility', {
    method: 'POST',
    headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId, productFamily: 'Azure' }),
  })
  expect(() => mock.assertContract()).not.toThrow()
})

test('rejected requests are named, each with the reason', async () => {
  const mock = createPartnerCenterMock()
  await call(mock, 'productUpgrades', { body: { customerId } })
  await mock.fetch('https://api.partnercenter.microsoft.com/v1/productUpgrades')
  expect(() => mock.assertContract()).toThrow(
    /^Contract violations:\n- POST \/v1\/productUpgrades was rejected: .*productFamily.*\n- GET \/v1\/productUpgrades was rejected: .*only POST/,
  )
})

test('a response that was not sent is named', async () => {
  const mock = createPartnerCenterMock()
  mock.override({ createProductUpgrade: () => ({ status: 202 }) })
  await expect(call(mock, 'productUpgrades')).rejects.toThrow()
  expect(() => mock.assertContract()).toThrow(
    '- POST /v1/productUpgrades: The 202 response of createProductUpgrade violates',
  )
})

test('a path outside the contract is named without its query, in any form of request', async () => {
  const mock = createPartnerCenterMock()
  const url = 'https://api.partnercenter.microsoft.com/v1/orders?secret=1'
  await expect(mock.fetch(url)).rejects.toThrow()
  await mock.handle(new Request(url, { method: 'DELETE' }))
  await mock.handle(new Request('https://elsewhere.example/v1/orders'))
  const missed = 'https://api.partnercenter.microsoft.com/v1/orders is outside the contract'
  const violations = [`GET ${missed}`, `DELETE ${missed}`]
  expect(() => mock.assertContract()).toThrow(expect.objectContaining({ violations }))
})

test('paths outside the contract can be left to other handlers', async () => {
  const mock = createPartnerCenterMock()
  await mock.handle(new Request('https://api.partnercenter.microsoft.com/v1/orders'))
  expect(() => mock.assertContract({ misses: false })).not.toThrow()
  await call(mock, 'productUpgrades', { body: {} })
  expect(() => mock.assertContract({ misses: false })).toThrow(/^Contract violations:\n- POST [^\n]*$/)
})

test('a reset clears the violations', async () => {
  const mock = createPartnerCenterMock()
  await call(mock, 'productUpgrades', { body: {} })
  mock.reset()
  expect(() => mock.assertContract()).not.toThrow()
  expect(() => mock.assertContract({ misses: false })).not.toThrow()
  await call(mock, 'productUpgrades', { body: {} })
  expect(() => mock.assertContract()).toThrow(/^Contract violations:\n- POST [^\n]*$/)
})

test('the error has its own name, and lists the violations in its message', async () => {
  const mock = createPartnerCenterMock()
  await call(mock, 'productUpgrades', { body: {} })
  const violations = [expect.stringMatching(/^POST \/v1\/productUpgrades was rejected: [^\n]*\.$/)]
  const message = expect.stringMatching(/^Contract violations:\n- [^\n]*\.$/)
  expect(() => mock.assertContract()).toThrow(
    expect.objectContaining({ name: 'ContractAssertionError', message, violations }),
  )
})

test('the first hundred are named, and the others counted', async () => {
  const mock = createPartnerCenterMock()
  for (let count = 0; count < 103; count += 1) await call(mock, 'productUpgrades', { body: {} })
  expect(() => mock.assertContract()).toThrow(/… and 3 more$/)
})

test('however many requests are outside the contract, rejected ones are named without them', async () => {
  const mock = createPartnerCenterMock()
  const miss = () => mock.handle(new Request('https://api.partnercenter.microsoft.com/v1/orders'))
  for (let count = 0; count < 103; count += 1) await miss()
  await call(mock, 'productUpgrades', { body: {} })
  expect(() => mock.assertContract()).toThrow(/is outside the contract\n… and 4 more$/)
  expect(() => mock.assertContract({ misses: false })).toThrow(/^Contract violations:\n- POST [^\n]*$/)
})
