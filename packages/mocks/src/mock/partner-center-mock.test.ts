import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { call, create, customerId, otherCustomerId, upgradeId } from '../../test/partner-center.ts'
import { createClock } from '../time/clock.ts'
import { createPartnerCenterMock } from './partner-center-mock.ts'

const requestId = 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'
const correlationId = 'e3f26e6a-044f-4371-ad52-0d91ce4200be'
const ids = { 'MS-RequestId': requestId, 'MS-CorrelationId': correlationId }

test('responses echo the IDs of the request', async () => {
  const { headers } = await call(createPartnerCenterMock(), 'productUpgrades', { headers: ids })
  expect(headers.get('ms-requestid')).toBe(requestId)
  expect(headers.get('ms-correlationid')).toBe(correlationId)
})

test('responses can carry their own IDs', async () => {
  const { headers } = await call(createPartnerCenterMock({ echoIds: false }), 'productUpgrades', { headers: ids })
  expect(headers.get('ms-requestid')).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers.get('ms-requestid')).not.toBe(requestId)
  expect(headers.get('ms-correlationid')).not.toBe(correlationId)
})

test.each([
  ['a success', 'productUpgrades', 202],
  ['a fault', `productUpgrades/${upgradeId}/status`, 404],
  ['a rejection', 'productUpgrades/no-guid/status', 400],
])('%s carries the headers for support and the date of the clock', async (_, path, status) => {
  const mock = createPartnerCenterMock({ clock: createClock({ start: '2019-10-04T20:35:35Z' }) })
  const seen = await call(mock, path)
  expect(seen.status).toBe(status)
  expect(seen.headers.get('ms-cv')).toMatch(/^[A-Za-z0-9+/]{16}\.0$/)
  expect(seen.headers.get('ms-serverid')).toMatch(/^\d{9}$/)
  expect(seen.headers.get('ms-requestid')).toMatch(/^[0-9a-f-]{36}$/)
  expect(seen.headers.get('date')).toBe('Fri, 04 Oct 2019 20:35:35 GMT')
})

test('the response to ValidateMfa says whether the token satisfies multifactor authentication', async () => {
  const ask = async (options: Parameters<typeof createPartnerCenterMock>[0], headers = { ValidateMfa: 'true' }) =>
    (await call(createPartnerCenterMock(options), 'productUpgrades', { headers })).headers.get('ismfacompliant')
  expect(await ask({})).toBe('true')
  expect(await ask({ mfaCompliant: false })).toBe('false')
  expect(await ask({}, { ValidateMfa: 'false' })).toBeNull()
  expect(await ask({ documentedOnly: true })).toBeNull()
})

test('the same seed gives the same responses, another seed different ones', async () => {
  const run = async (seed: string) => {
    const mock = createPartnerCenterMock({ seed })
    const { headers } = await call(mock, 'productUpgrades')
    return [...headers]
  }
  expect(await run('a')).toEqual(await run('a'))
  expect(await run('a')).not.toEqual(await run('b'))
})

test('a reset clears the state and restarts the seed', async () => {
  const mock = createPartnerCenterMock()
  const first = await create(mock)
  mock.reset()
  expect(mock.requests).toEqual([])
  expect(await create(mock)).toBe(first)
})

test('a customer the partner does not have is 403/20002, naming both', async () => {
  const partnerId = '11111111-2222-4333-8444-555555555555'
  const mock = createPartnerCenterMock({ customers: [{ id: otherCustomerId }], partnerId })
  for (const path of ['productUpgrades', 'productUpgrades/eligibility', `productUpgrades/${upgradeId}/status`]) {
    expect(await call(mock, path)).toMatchObject({
      status: 403,
      body: {
        code: '20002',
        description: `The partner ID ${partnerId} has no commerce relationship with the customer ID ${customerId}.`,
      },
    })
  }
})

test("a customer's condition is a fault of create, and a reason for ineligibility", async () => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId, condition: '900105' }] })
  const text = contract.faults['900105']?.text
  expect(await call(mock, 'productUpgrades')).toMatchObject({
    status: 403,
    body: { code: '900105', description: text },
  })
  expect(await call(mock, 'productUpgrades/eligibility')).toMatchObject({
    status: 200,
    body: { isEligible: false, reason: text },
  })
})

test('an unknown condition is an error that lists the known ones', () => {
  const create = () => createPartnerCenterMock({ customers: [{ id: customerId, condition: 'sleepy' }] })
  expect(create).toThrow('Unknown fault "sleepy". Use one of: ')
  expect(create).toThrow(contract.faults['900106']?.name)
})

test('every token is accepted unless tokens are listed', async () => {
  expect((await call(createPartnerCenterMock(), 'productUpgrades')).status).toBe(202)
  expect((await call(createPartnerCenterMock({ tokens: ['token'] }), 'productUpgrades')).status).toBe(202)
  const mock = createPartnerCenterMock({ tokens: (token) => token === 'other' })
  const refused = await call(mock, 'productUpgrades')
  expect(refused.status).toBe(401)
  expect(refused.headers.has('www-authenticate')).toBe(true)
})

test('an invalid customer ID gets its fault', async () => {
  const body = { customerId: 'contoso', productFamily: 'Azure' }
  expect(await call(createPartnerCenterMock(), 'productUpgrades', { body })).toMatchObject({
    status: 400,
    body: { code: '900118', description: 'Invalid Customer ID' },
  })
})

test.each([
  ['no customer', { productFamily: 'Azure' }, 'customerId'],
  ['no product family', { customerId }, 'productFamily'],
  ['no object', [], 'body'],
])('a body with %s is a fault that says so', async (_, body, part) => {
  expect(await call(createPartnerCenterMock(), 'productUpgrades', { body })).toMatchObject({
    status: 400,
    body: { code: expect.any(String), description: expect.stringContaining(part), data: [expect.any(String)] },
  })
})

test('the journal lists requests and responses, without the token', async () => {
  const mock = createPartnerCenterMock({ clock: createClock({ start: 1_000 }) })
  await call(mock, 'productUpgrades', { headers: { ...ids, 'X-Locale': 'fr-FR' } })
  await call(mock, 'productUpgrades')
  await call(mock, 'productUpgrades', { body: {} })
  expect(mock.requests).toMatchObject([
    {
      at: 1_000,
      method: 'POST',
      target: '/v1/productUpgrades',
      operation: 'createProductUpgrade',
      customerId,
      requestId,
      correlationId,
      headers: { 'x-locale': 'fr-FR' },
      body: { customerId, productFamily: 'Azure' },
      status: 202,
    },
    { status: 409, faultCode: '900109' },
    { status: 400, rejected: expect.stringContaining('customerId') },
  ])
  expect(JSON.stringify(mock.requests)).not.toContain('Bearer')
})

test('the journal keeps only the latest requests', async () => {
  const mock = createPartnerCenterMock({ journalLimit: 3 })
  for (let count = 0; count < 10; count += 1) await call(mock, `productUpgrades/eligibility?${count}`)
  expect(mock.requests.map(({ target }) => target.split('?')[1])).toEqual(['7', '8', '9'])
})

test('a hundred upgrades run side by side', async () => {
  const mock = createPartnerCenterMock()
  const customers = Array.from(
    { length: 100 },
    (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  )
  const created = await Promise.all(
    customers.map((id) => create(mock, { body: { customerId: id, productFamily: 'Azure' } })),
  )
  expect(new Set(created).size).toBe(100)
})
