import { expect, test } from 'vitest'
import { call, create, customerId } from '../../test/partner-center.ts'
import { faults } from '../faults/presets.ts'
import { createPartnerCenterMock } from './partner-center-mock.ts'

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

test('requests that were turned away are named, each with the reason', async () => {
  const mock = createPartnerCenterMock()
  await call(mock, 'productUpgrades', { body: { customerId } })
  await mock.fetch('https://api.partnercenter.microsoft.com/v1/productUpgrades')
  expect(() => mock.assertContract()).toThrow(
    /^Against the contract:\n- POST \/v1\/productUpgrades was turned away: .*productFamily.*\n- GET \/v1\/productUpgrades was turned away: .*POST only/,
  )
})

test('an answer that was not sent is named', async () => {
  const mock = createPartnerCenterMock()
  mock.override({ createProductUpgrade: () => ({ status: 202 }) })
  await expect(call(mock, 'productUpgrades')).rejects.toThrow()
  expect(() => mock.assertContract()).toThrow(
    '- POST /v1/productUpgrades: The answer 202 of createProductUpgrade breaks',
  )
})

test('a path that the contract does not have is named, without its query, however it was asked', async () => {
  const mock = createPartnerCenterMock()
  const url = 'https://api.partnercenter.microsoft.com/v1/customers?secret=1'
  await expect(mock.fetch(url)).rejects.toThrow()
  await mock.handle(new Request(url, { method: 'DELETE' }))
  await mock.handle(new Request('https://elsewhere.example/v1/customers'))
  const missed = 'https://api.partnercenter.microsoft.com/v1/customers is not part of the contract'
  const breaches = [`GET ${missed}`, `DELETE ${missed}`]
  expect(() => mock.assertContract()).toThrow(expect.objectContaining({ breaches }))
})

test('where other handlers answer paths that the contract does not have, these need not count', async () => {
  const mock = createPartnerCenterMock()
  await mock.handle(new Request('https://api.partnercenter.microsoft.com/v1/customers'))
  expect(() => mock.assertContract({ misses: false })).not.toThrow()
  await call(mock, 'productUpgrades', { body: {} })
  expect(() => mock.assertContract({ misses: false })).toThrow(/^Against the contract:\n- POST [^\n]*$/)
})

test('a reset forgets the breaches', async () => {
  const mock = createPartnerCenterMock()
  await call(mock, 'productUpgrades', { body: {} })
  mock.reset()
  expect(() => mock.assertContract()).not.toThrow()
})

test('the first hundred are named, the others counted', async () => {
  const mock = createPartnerCenterMock()
  for (let count = 0; count < 103; count += 1) await call(mock, 'productUpgrades', { body: {} })
  expect(() => mock.assertContract()).toThrow(/… and 3 more$/)
})
