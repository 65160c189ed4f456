import { expect, test } from 'vitest'
import { call, create, customerId, otherCustomerId, upgradeId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'
import { createClock } from '../time/clock.ts'

const body = { customerId, productFamily: 'Azure' }

test('a throttling response says how long to wait, in the header and in the text', async () => {
  const mock = createPartnerCenterMock({ throttling: [{ requests: 1, per: '7s' }] })
  await call(mock, 'productUpgrades/eligibility', { body })
  const seen = await call(mock, 'productUpgrades/eligibility', { body })
  // Microsoft's page prints: 429, Retry-After: 57, "Rate limit is exceeded. Try again in 57 seconds."
  expect(seen.status).toBe(429)
  expect(seen.headers.get('retry-after')).toBe('7')
  expect(seen.body).toEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 7 seconds.' })
})

test.each([
  ['of another type', { ...body, customerId: 5 }, '900118'],
  ['not a GUID', { ...body, customerId: 'contoso' }, '900118'],
  ['missing', { productFamily: 'Azure' }, undefined],
  ['not a GUID, among other mistakes,', { customerId: 'contoso', productFamily: 5 }, undefined],
])(
  'a customer ID that is %s gets the fault of an unknown customer, or a general fault otherwise',
  async (_, sent, code) => {
    const mock = createPartnerCenterMock()
    const seen = await call(mock, 'productUpgrades', { body: sent })
    expect(seen.status).toBe(400)
    const { code: answered } = Object(seen.body)
    if (code === undefined) expect(answered).not.toBe('900118')
    else expect(answered).toBe(code)
    expect(mock.requests[0]?.inferred === undefined).toBe(code === undefined)
  },
)

test('only an unknown method is reported with the methods of the path', async () => {
  const mock = createPartnerCenterMock()
  const wrong = await mock.fetch('https://api.partnercenter.microsoft.com/v1/productUpgrades', { method: 'DELETE' })
  expect(wrong.status).toBe(405)
  expect(wrong.headers.get('allow')).toBe('POST')
  expect(wrong.headers.get('www-authenticate')).toBeNull()
  const bad = await call(mock, 'productUpgrades', { body: {} })
  expect(bad.status).toBe(400)
  expect(bad.headers.get('allow')).toBeNull()
})

test('an initial upgrade continues from its initial status', async () => {
  const clock = createClock({ start: '2026-01-01T00:00:00Z' })
  const statusOf = async (seed: object) => {
    const mock = createPartnerCenterMock({
      clock,
      customers: [{ id: customerId }, { id: otherCustomerId }],
      durations: { pending: '10m', inProgress: '10m' },
      upgrades: [{ id: upgradeId, customerId, ...seed }],
    })
    const { status, lineItems } = Object((await call(mock, `productUpgrades/${upgradeId}/status`, { body })).body)
    return [status, lineItems?.length]
  }
  expect(await statusOf({})).toEqual(['Pending', 1])
  expect(await statusOf({ status: 'InProgress' })).toEqual(['InProgress', 1])
  expect(await statusOf({ completedAt: '2019-08-29T23:47:28.8524555Z' })).toEqual(['Completed', 1])
  expect(await statusOf({ status: 'Failed', lineItems: [{}, {}] })).toEqual(['Failed', 2])
})

test('the journal keeps only the latest requests, oldest first', async () => {
  const mock = createPartnerCenterMock({ journalLimit: 2 })
  for (const path of ['one', 'two', 'three']) await call(mock, `productUpgrades/${path}/status`)
  expect(mock.requests.map(({ target }) => target)).toEqual([
    '/v1/productUpgrades/two/status',
    '/v1/productUpgrades/three/status',
  ])
})

test('a numeric code is a fault code in the journal, and a body without a code has none', async () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const mock = createPartnerCenterMock({ varyResponses: true, seed })
    expect(mock.requests).toEqual([])
    await call(mock, 'productUpgrades/eligibility')
    await create(mock)
    await call(mock, `productUpgrades/${upgradeId}/status`)
    expect(mock.requests.map(({ faultCode }) => faultCode)).toEqual([undefined, undefined, '900106'])
    mock.reset()
    expect(mock.requests).toEqual([])
  }
})
