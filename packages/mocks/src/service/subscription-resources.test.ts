import { contract } from '@partner-upgrades/spec/contract'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import { expect, test } from 'vitest'
import { customerId, get, otherCustomerId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

const completedAt = '2019-08-29T23:47:28.8524555Z'
const azure = 'b1beb621-3cad-4d7a-b360-62db33ce028e'
const second = '11111111-2222-4333-8444-555555555552'
const planId = 'd231908e-31c1-de0e-027b-bc5ce11f09d9'
const lineItems = [{ sourceProduct: { id: azure, name: 'Microsoft Azure' } }]
const subscriptions = `customers/${customerId}/subscriptions`

/** The only subscription of an example of the contract. */
function example(name: string): Readonly<Record<string, unknown>> {
  const { content } = contract.operations.listCustomerSubscriptions?.responses['200'] ?? {}
  return Object(content?.['application/json']?.examples[name]?.value).items[0]
}

test('before an upgrade, an Azure subscription is listed as in the contract', async () => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId, lineItems }] })
  expect((await get(mock, subscriptions)).body).toEqual({
    totalCount: 1,
    items: [example('legacyAzure')],
    links: { self: { uri: `/v1/${subscriptions}`, method: 'GET', headers: [] } },
    attributes: { objectType: 'Collection' },
  })
  expect(mock.requests[0]?.inferred).toBeUndefined()
})

test('after an upgrade, the plan is listed as in the contract, marked as inferred', async () => {
  const mock = createPartnerCenterMock({
    customers: [{ id: customerId, lineItems, azurePlanId: planId }],
    upgrades: [{ customerId, completedAt }],
  })
  const { creationDate: _, effectiveStartDate: __, ...plan } = example('azurePlan')
  expect((await get(mock, subscriptions)).body.items).toEqual([plan])
  expect(mock.requests[0]?.inferred).toContain('Azure plan')
})

test('the subscriptions below a plan are listed as documented', async () => {
  const documented = exchanges.find(({ operation }) => operation === 'listAzureEntitlements')
  const [, id = '', plan = ''] = /customers\/(.*?)\/subscriptions\/(.*?)\//.exec(documented?.request.url ?? '') ?? []
  const sourceProduct = { id: '899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8', name: 'Microsoft Azure' }
  const mock = createPartnerCenterMock({
    customers: [{ id, azurePlanId: plan, lineItems: [{ sourceProduct }] }],
    upgrades: [{ customerId: id, completedAt }],
  })
  const { body } = await get(mock, `customers/${id}/subscriptions/${plan.toUpperCase()}/azureEntitlements`)
  expect(body).toEqual(JSON.parse(documented?.response.body ?? ''))
  expect(mock.requests[0]?.inferred).toBeUndefined()
})

test('a subscription that is not a plan has no entitlements, and any other is not found, both marked as inferred', async () => {
  const two = [...lineItems, { sourceProduct: { id: second, name: 'Second' } }]
  const mock = createPartnerCenterMock({ customers: [{ id: customerId, lineItems: two }] })
  const below = (id: string) => get(mock, `${subscriptions}/${id}/azureEntitlements`)
  for (const id of [azure, second.toUpperCase()]) {
    expect(await below(id)).toMatchObject({ status: 200, body: { totalCount: 0, items: [] } })
  }
  expect((await below(planId)).status).toBe(404)
  const inferred = expect.stringContaining('below a subscription')
  expect(mock.requests.map((request) => request.inferred)).toEqual([inferred, inferred, inferred])
})

test('each customer has their own plan, always the same one', async () => {
  const options = {
    customers: [{ id: customerId }, { id: otherCustomerId }],
    upgrades: [
      { customerId, completedAt },
      { customerId: otherCustomerId, completedAt },
    ],
  }
  const mock = createPartnerCenterMock(options)
  const planOf = async (id: string, of = mock) => (await get(of, `customers/${id}/subscriptions`)).body.items[0].id
  expect(await planOf(customerId)).not.toBe(await planOf(otherCustomerId))
  expect(await planOf(customerId)).toBe(await planOf(customerId))
  expect(await planOf(customerId, createPartnerCenterMock(options))).toBe(await planOf(customerId))
})

test.for(['900105', 'suspendedSubscriptions'])(
  'with the condition %s, one subscription is suspended, with a reason',
  async (condition) => {
    const two = [...lineItems, { sourceProduct: { id: second, name: 'Second' } }]
    const mock = createPartnerCenterMock({ customers: [{ id: customerId, condition, lineItems: two }] })
    const [suspended, active] = (await get(mock, subscriptions)).body.items
    expect(suspended).toMatchObject({ status: 'suspended', suspensionReasons: [expect.stringMatching(/./)] })
    expect(active).toMatchObject({ id: second, friendlyName: 'Second', status: 'active' })
    expect(active).not.toHaveProperty('suspensionReasons')
  },
)

test.for(['900108', 'noAzureSubscriptions'])(
  'a customer with the condition %s has no Azure subscriptions, only the others given',
  async (condition) => {
    const otherSubscriptions = [{ id: second, friendlyName: 'Mail', billingType: 'license' }]
    const mock = createPartnerCenterMock({ customers: [{ id: customerId, condition, lineItems, otherSubscriptions }] })
    expect((await get(mock, subscriptions)).body.items).toEqual(otherSubscriptions)
  },
)

test.for(['900107', undefined])('with the condition %s, all subscriptions are there and active', async (condition) => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId, condition, lineItems }] })
  expect((await get(mock, subscriptions)).body.items).toEqual([example('legacyAzure')])
})

test('the confirmations of an agreement are those that Microsoft prints; without any, the list is empty', async () => {
  const agreements = async (agreement: 'confirmed' | 'none') => {
    const mock = createPartnerCenterMock({ customers: [{ id: customerId, agreement }] })
    return (await get(mock, `customers/${customerId}/agreements?agreementType=*`)).body
  }
  const { content } = contract.operations.listCustomerAgreements?.responses['200'] ?? {}
  const { confirmed, none } = content?.['application/json']?.examples ?? {}
  expect((await agreements('confirmed')).items).toEqual(Object(confirmed?.value).items)
  expect(await agreements('none')).toMatchObject(Object(none?.value))
})
