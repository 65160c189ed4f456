import { expect, test } from 'vitest'
import { call, create, customerId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

const refusal = { customerId, productFamily: 'Azure', isEligible: false, reason: 'Not today.' }

test("an override responds in place of the service, with the service's headers", async () => {
  const mock = createPartnerCenterMock()
  mock.override({ checkProductUpgradeEligibility: () => ({ status: 200, body: refusal }) })
  const seen = await call(mock, 'productUpgrades/eligibility')
  expect(seen.body).toEqual(refusal)
  expect(seen.headers.has('ms-requestid')).toBe(true)
})

test('an override may pass calls to the service, or change its responses', async () => {
  const mock = createPartnerCenterMock()
  mock.override({
    checkProductUpgradeEligibility: ({ body }) =>
      body.customerId === customerId ? undefined : { status: 200, body: refusal },
    createProductUpgrade: async (_, usual) => {
      const answer = await usual()
      return answer.status === 202 ? { ...answer, headers: { Location: `/v1/${answer.headers?.Location}` } } : answer
    },
  })
  expect((await call(mock, 'productUpgrades/eligibility')).body).toMatchObject({ isEligible: true })
  const { headers } = await call(mock, 'productUpgrades')
  expect(headers.get('location')).toMatch(/^\/v1\/productUpgrades\/[0-9a-f-]{36}$/)
})

test('the latest override comes first, and can be removed', async () => {
  const mock = createPartnerCenterMock()
  mock.override({ createProductUpgrade: () => ({ status: 202, headers: { Location: 'first' } }) })
  const remove = mock.override({ createProductUpgrade: () => ({ status: 202, headers: { Location: 'second' } }) })
  expect(await create(mock)).toBe('second')
  remove()
  expect(await create(mock)).toBe('first')
  mock.reset()
  expect(await create(mock)).toMatch(/^[0-9a-f-]{36}$/)
})

test("an override's response that violates the contract is caught, naming operation, status and location", async () => {
  const mock = createPartnerCenterMock()
  // A value of the right type with the wrong content: only the contract layer can detect it.
  const body = { id: 'no guid', status: 'Completed' }
  mock.override({ getProductUpgradeStatus: () => ({ status: 200, body }) })
  const id = await create(mock)
  await expect(call(mock, `productUpgrades/${id}/status`)).rejects.toThrow(
    'The 200 response of getProductUpgradeStatus violates the contract: /body/id ',
  )
})

test('an operation that does not exist cannot be overridden', () => {
  const mock = createPartnerCenterMock()
  const overrides = { createUpgrade: () => undefined }
  expect(() => mock.override({ createProductUpgrade: () => undefined, ...overrides })).toThrow(
    'Unknown operation "createUpgrade". Use one of: create',
  )
})

test.each([
  ['null', () => null],
  ['text', () => 'done'],
  ['a Response', () => new Response(null, { status: 500 })],
  ['a response without a status', async () => ({ body: refusal })],
])('an override that returns %s gets an error that says what to return', async (_, answer) => {
  const mock = createPartnerCenterMock()
  // As a program without types may write it.
  const overrides: object = { checkProductUpgradeEligibility: answer }
  mock.override(overrides)
  await expect(call(mock, 'productUpgrades/eligibility')).rejects.toThrow(
    'The override of checkProductUpgradeEligibility must return { status, headers, body }',
  )
  expect(() => mock.assertContract()).toThrow('{ status, headers, body }')
})

test('an override that is not a function is refused, and one that is undefined changes nothing', async () => {
  const mock = createPartnerCenterMock()
  // As programs without types may write them.
  const noFunction: object = { createProductUpgrade: { status: 500 } }
  expect(() => mock.override(noFunction)).toThrow('The override of createProductUpgrade must be a function.')
  const absent: object = { createProductUpgrade: undefined }
  mock.override(absent)
  expect(await create(mock)).toMatch(/^[0-9a-f-]{36}$/)
})
