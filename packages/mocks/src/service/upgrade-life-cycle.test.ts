import { expect, test } from 'vitest'
import { call, create, customerId, otherCustomerId, upgradeId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const unknownUpgrade = 'ffffffff-ffff-4fff-8fff-ffffffffffff'

test('a create is accepted with a relative Location and no body', async () => {
  const { status, headers, body } = await call(createPartnerCenterMock(), 'productUpgrades')
  expect(status).toBe(202)
  expect(headers.get('location')).toMatch(/^productUpgrades\/[0-9a-f-]{36}$/)
  expect(body).toBeUndefined()
})

test('an upgrade goes from pending through in progress to completed as the clock advances', async () => {
  const mock = createPartnerCenterMock({ durations: { pending: '1m', inProgress: '9m' } })
  const id = await create(mock)
  const status = async () => (await call(mock, `productUpgrades/${id}/status`)).body
  // Only an item that has ended has a date, or a reason.
  const item = { sourceProduct: expect.anything(), targetProduct: expect.anything() }
  expect(await status()).toEqual({
    id,
    status: 'Pending',
    productFamily: 'Azure',
    lineItems: [{ ...item, status: 'Pending' }],
  })
  mock.clock.advance('1m')
  expect(await status()).toMatchObject({ status: 'InProgress', lineItems: [{ ...item, status: 'InProgress' }] })
  expect(await status()).not.toHaveProperty('lineItems.0.upgradedDate')
  mock.clock.advance('9m')
  expect(await status()).toEqual({
    id,
    status: 'Completed',
    productFamily: 'Azure',
    lineItems: [
      {
        sourceProduct: { id: 'b1beb621-3cad-4d7a-b360-62db33ce028e', name: 'AzureSubscription' },
        targetProduct: { id: 'd231908e-31c1-de0e-027b-bc5ce11f09d9', name: 'Microsoft Azure plan' },
        upgradedDate: '2026-01-01T00:10:00.0000000Z',
        status: 'Completed',
      },
    ],
  })
})

test('the documented status is the state of an upgrade that completed at that time', async () => {
  const mock = createPartnerCenterMock({
    upgrades: [{ id: upgradeId, customerId, completedAt: '2019-08-29T23:47:28.8524555Z' }],
  })
  const { body } = await call(mock, `productupgrades/${upgradeId}/status`, {
    body: { customerId, productFamily: 'azure' },
  })
  expect(body).toEqual({
    id: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
    status: 'Completed',
    productFamily: 'Azure',
    lineItems: [
      {
        sourceProduct: { id: 'b1beb621-3cad-4d7a-b360-62db33ce028e', name: 'AzureSubscription' },
        targetProduct: { id: 'd231908e-31c1-de0e-027b-bc5ce11f09d9', name: 'Microsoft Azure plan' },
        upgradedDate: '2019-08-29T23:47:28.8524555Z',
        status: 'Completed',
      },
    ],
  })
})

test('a second create while one runs is 409/900109 and names the first', async () => {
  const mock = createPartnerCenterMock()
  const id = await create(mock)
  expect(await call(mock, 'productUpgrades')).toMatchObject({
    status: 409,
    body: { code: '900109', description: `This upgrade isn't allowed as original upgrade ${id} is in progress` },
  })
})

test('a create after completion is 400/900110 and names the first', async () => {
  const mock = createPartnerCenterMock({ upgrades: [{ id: upgradeId, customerId, status: 'Completed' }] })
  expect(await call(mock, 'productUpgrades')).toMatchObject({
    status: 400,
    body: { code: '900110', description: `Can't process the upgrade request for completed upgrade ${upgradeId}` },
  })
})

test('a failed upgrade may be followed by another one', async () => {
  const mock = createPartnerCenterMock({ upgrades: [{ id: upgradeId, customerId, status: 'Failed' }] })
  expect((await call(mock, `productUpgrades/${upgradeId}/status`)).body).toMatchObject({
    status: 'Failed',
    lineItems: [{ status: 'Failed', errorDetails: { code: expect.any(String), description: expect.any(String) } }],
  })
  expect(await create(mock)).toMatch(guid)
})

test('the status of an unknown upgrade is 404/900106', async () => {
  expect(await call(createPartnerCenterMock(), `productUpgrades/${unknownUpgrade}/status`)).toMatchObject({
    status: 404,
    body: { code: '900106', description: 'No upgrade request was found' },
  })
})

test('a status request with the wrong customer is 400/900111 and names the right upgrade', async () => {
  const mock = createPartnerCenterMock()
  const id = await create(mock)
  const other = await create(mock, { body: { customerId: otherCustomerId, productFamily: 'Azure' } })
  expect(await call(mock, `productUpgrades/${other}/status`)).toMatchObject({
    status: 400,
    body: {
      code: '900111',
      description: `The upgrade ID provided doesn't belong to customer ${customerId}. The customer is mapped to upgrade ID ${id}`,
    },
  })
})

test('IDs are compared without regard to case', async () => {
  const mock = createPartnerCenterMock()
  const id = await create(mock)
  const upper = { customerId: customerId.toUpperCase(), productFamily: 'AZURE' }
  expect((await call(mock, `productUpgrades/${id.toUpperCase()}/status`, { body: upper })).status).toBe(200)
  expect((await call(mock, 'productUpgrades', { body: upper })).status).toBe(409)
})

test('a customer is eligible at first, and then has an upgrade', async () => {
  const mock = createPartnerCenterMock()
  const body = { customerId, productFamily: 'azure' }
  const before = await call(mock, 'productUpgrades/eligibility', { body })
  expect(before.body).toEqual({ customerId, isEligible: true, productFamily: 'azure' })
  const id = await create(mock)
  const after = await call(mock, 'productUpgrades/eligibility', { body })
  expect(after.body).toEqual({
    customerId,
    isEligible: false,
    productFamily: 'azure',
    upgradeId: id,
    reason: `This upgrade isn't allowed as original upgrade ${id} is in progress`,
  })
})

test('the same MS-RequestId with the same body creates nothing new', async () => {
  const mock = createPartnerCenterMock()
  const headers = { 'MS-RequestId': 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff' }
  const first = await create(mock, { headers })
  expect(await create(mock, { headers })).toBe(first)
  expect((await call(mock, 'productUpgrades')).status).toBe(409)
})

test('a refused create is not remembered: its repetition is evaluated again', async () => {
  const mock = createPartnerCenterMock({ upgrades: [{ id: upgradeId, customerId, status: 'InProgress' }] })
  const headers = { 'MS-RequestId': 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff' }
  expect((await call(mock, 'productUpgrades', { headers })).body).toMatchObject({ code: '900109' })
  mock.clock.advance('1h')
  expect((await call(mock, 'productUpgrades', { headers })).body).toMatchObject({ code: '900110' })
})

test('line items end one after the other, and a failed one fails the upgrade', async () => {
  const lineItems = [
    { outcome: 'Completed' },
    { outcome: 'Failed', errorDetails: { code: '7', description: 'No.' } },
  ] as const
  const durations = { pending: '1m', inProgress: '10m' } as const
  const mock = createPartnerCenterMock({ customers: [{ id: customerId, lineItems, durations }] })
  const id = await create(mock)
  const status = async () => (await call(mock, `productUpgrades/${id}/status`)).body
  mock.clock.advance('6m')
  expect(await status()).toMatchObject({
    status: 'InProgress',
    lineItems: [{ status: 'Completed' }, { status: 'InProgress' }],
  })
  mock.clock.advance('5m')
  expect(await status()).toMatchObject({
    status: 'Failed',
    lineItems: [{ status: 'Completed' }, { status: 'Failed', errorDetails: { code: '7', description: 'No.' } }],
  })
})

test('the reason for ineligibility is inferred, and a positive response is not', async () => {
  const mock = createPartnerCenterMock()
  await call(mock, 'productUpgrades/eligibility')
  await create(mock)
  await call(mock, 'productUpgrades/eligibility')
  expect(mock.requests.map(({ inferred }) => inferred)).toEqual([
    undefined,
    undefined,
    expect.stringContaining('reason'),
  ])
})

test('a status request with a customer that has no upgrade names none, which is inferred', async () => {
  const mock = createPartnerCenterMock()
  const id = await create(mock)
  const other = { customerId: otherCustomerId, productFamily: 'Azure' }
  const seen = await call(mock, `productUpgrades/${id}/status`, { body: other })
  expect(seen).toMatchObject({ status: 400, body: { code: '900111' } })
  expect(Object(seen.body).description).toContain(otherCustomerId)
  expect(Object(seen.body).description).not.toContain(id)
  expect(mock.requests.at(-1)?.inferred).toContain('no upgrade')
  const own = await create(mock, { body: other })
  const again = await call(mock, `productUpgrades/${id}/status`, { body: other })
  expect(Object(again.body).description).toContain(own)
  expect(mock.requests.at(-1)?.inferred).toBeUndefined()
})

test('a fault about a customer without a relationship names the partner and that customer, wherever it comes from', async () => {
  const partnerId = '1b695b21-a3f9-4e2f-9a3b-2b6a4d7c9f11'
  const description = `The partner ID ${partnerId} has no commerce relationship with the customer ID ${otherCustomerId}.`
  const body = { customerId: otherCustomerId, productFamily: 'Azure' }
  const customers = [{ id: otherCustomerId, condition: 'noCommerceRelationship' }]
  for (const options of [{ customers: [{ id: customerId }] }, { customers }]) {
    const mock = createPartnerCenterMock({ partnerId, ...options })
    for (const path of ['productUpgrades', 'productUpgrades/eligibility']) {
      expect(await call(mock, path, { body })).toMatchObject({ status: 403, body: { code: '20002', description } })
    }
  }
})
