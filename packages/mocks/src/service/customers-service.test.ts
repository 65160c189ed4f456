import { expect, test } from 'vitest'
import { customerId, get, otherCustomerId, upgradeId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'
import { createClock } from '../time/clock.ts'
import type { PartnerCenterMockOptions } from './options.ts'

const base = 'https://api.partnercenter.microsoft.com'
type Mock = ReturnType<typeof createPartnerCenterMock>

/** Lists all customers page by page, following the links of the service. */
async function listAll(mock: Mock, first: string): Promise<readonly string[]> {
  const ids: string[] = []
  for (let path: string | undefined = first, headers = {}; path !== undefined; ) {
    const { body } = await get(mock, path, headers)
    ids.push(...body.items.map(({ id }: { id: string }) => id))
    const next = body.links.next
    headers = Object.fromEntries((next?.headers ?? []).map(({ key, value }: Record<string, string>) => [key, value]))
    path = next?.uri.replace('/v1/', '')
  }
  return ids
}

const options = (more: object = {}): PartnerCenterMockOptions<never> => ({ customers: 120, seed: 'a', ...more })

test('made-up customers are listed in pages, each once, and the same for the same seed', async () => {
  const ids = await listAll(createPartnerCenterMock(options()), 'customers?size=50')
  expect(new Set(ids).size).toBe(120)
  expect(await listAll(createPartnerCenterMock(options()), 'customers?size=7')).toEqual(ids)
  expect(await listAll(createPartnerCenterMock(options()), 'customers')).toEqual(ids)
  expect(await listAll(createPartnerCenterMock(options({ seed: 'b' })), 'customers?size=50')).not.toEqual(ids)
  const mock = createPartnerCenterMock(options())
  const before = await listAll(mock, 'customers?size=100')
  mock.reset()
  expect(await listAll(mock, 'customers?size=100')).toEqual(before)
})

test('made-up customers are of every kind', async () => {
  const mock = createPartnerCenterMock(options())
  const kinds = new Set<string>()
  for (const id of await listAll(mock, 'customers')) {
    const { items } = (await get(mock, `customers/${id}/subscriptions`)).body
    const [first] = items
    const { isSigned } = (await get(mock, `customers/${id}/directSignedMicrosoftCustomerAgreementStatus`)).body
    kinds.add(first === undefined ? 'no Azure' : first.offerId ? first.status : 'plan')
    kinds.add(`signed: ${isSigned}`)
  }
  expect([...kinds].sort()).toEqual(['active', 'no Azure', 'plan', 'signed: false', 'signed: true', 'suspended'])
})

test('an upgrade moves the Azure subscriptions below a plan, under their own IDs', async () => {
  const clock = createClock()
  const azure = '11111111-2222-4333-8444-555555555555'
  const mock = createPartnerCenterMock({
    clock,
    customers: [{ id: customerId, lineItems: [{ sourceProduct: { id: azure, name: 'Production' } }] }],
  })
  const subscriptions = async () => (await get(mock, `customers/${customerId}/subscriptions`)).body.items
  expect(await subscriptions()).toMatchObject([{ id: azure, offerId: 'MS-AZR-0145P', friendlyName: 'Production' }])
  const body = JSON.stringify({ customerId, productFamily: 'Azure' })
  const headers = { Authorization: 'Bearer token', 'Content-Type': 'application/json' }
  await mock.fetch(`${base}/v1/productUpgrades`, { method: 'POST', headers, body })
  expect(await subscriptions()).toMatchObject([{ id: azure }])
  clock.advance('1h')
  const [plan, ...others] = await subscriptions()
  expect(others).toEqual([])
  expect(plan).toMatchObject({ offerName: 'Microsoft Azure plan', billingType: 'usage', status: 'active' })
  const below = await get(mock, `customers/${customerId}/subscriptions/${plan.id}/azureEntitlements`)
  expect(below.body.items).toEqual([
    { id: azure, friendlyName: 'Production', status: 'active', subscriptionId: plan.id },
  ])
})

test('a subscription whose upgrade failed stays in the list', async () => {
  const [good, bad] = ['11111111-2222-4333-8444-555555555551', '11111111-2222-4333-8444-555555555552'] as const
  const lineItems = [
    { sourceProduct: { id: good, name: 'Good' } },
    { sourceProduct: { id: bad, name: 'Bad' }, outcome: 'Failed' as const },
  ]
  const mock = createPartnerCenterMock({
    customers: [{ id: customerId, lineItems }],
    upgrades: [{ id: upgradeId, customerId, completedAt: '2019-08-29T23:47:28.8524555Z', lineItems }],
  })
  const { items } = (await get(mock, `customers/${customerId}/subscriptions`)).body
  expect(items.map(({ friendlyName }: { friendlyName: string }) => friendlyName)).toEqual([
    'Bad',
    'Microsoft Azure plan',
  ])
})

test('the condition 900105 shows as a suspended subscription', async () => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId, condition: '900105' }] })
  const { items } = (await get(mock, `customers/${customerId}/subscriptions`)).body
  expect(items).toMatchObject([{ status: 'suspended' }])
})

test.for([
  ['signed', true, 0],
  ['confirmed', false, 2],
  ['none', false, 0],
] as const)(
  'an agreement that is %s shows as such, and only under its own type',
  async ([agreement, isSigned, count]) => {
    const mock = createPartnerCenterMock({ customers: [{ id: customerId, agreement }] })
    const about = `customers/${customerId}`
    expect((await get(mock, `${about}/directSignedMicrosoftCustomerAgreementStatus`)).body).toEqual({ isSigned })
    for (const [type, expected] of [
      ['?agreementType=MicrosoftCustomerAgreement', count],
      ['?agreementType=*', count],
      ['?agreementType=MicrosoftCloudAgreement', 0],
      ['', 0],
    ] as const) {
      expect((await get(mock, `${about}/agreements${type}`)).body.items).toHaveLength(expected)
    }
  },
)

test('a filter finds companies and domains by prefix; any other filter is refused', async () => {
  const customers = [
    { id: customerId, companyName: 'Contoso', domain: 'one.example' },
    { id: otherCustomerId, companyName: 'Fabrikam', domain: 'two.example' },
  ]
  const mock = createPartnerCenterMock({ customers })
  const list = (filter: object) => get(mock, `customers?filter=${encodeURIComponent(JSON.stringify(filter))}`)
  const names = async (filter: object) => (await list(filter)).body.items.map(({ id }: { id: string }) => id)
  expect(await names({ Field: 'CompanyName', Value: 'CONT', Operator: 'starts_with' })).toEqual([customerId])
  expect(await names({ Field: 'Domain', Value: 'two', Operator: 'starts_with' })).toEqual([otherCustomerId])
  for (const filter of [{ Field: 'CompanyName', Value: 'C', Operator: 'equals' }, { Field: 'Size' }, []]) {
    expect(await list(filter)).toMatchObject({ status: 400, body: { code: '800002' } })
  }
})

test('an app-only token is accepted where the contract allows it', async () => {
  for (const tokens of [[{ value: 'token', fault: '900329' }], () => 'appOnlyToken'] as const) {
    const mock = createPartnerCenterMock({ tokens })
    expect((await get(mock, 'customers')).status).toBe(200)
    expect((await get(mock, `customers/${customerId}/subscriptions`)).status).toBe(200)
    const refused = await get(mock, `customers/${customerId}/agreements`)
    expect([refused.status, refused.body.code]).toEqual([403, '900329'])
  }
})

test('the journal and throttling use the customer of the path', async () => {
  const mock = createPartnerCenterMock({ throttling: [{ requests: 1, per: '1m', by: 'customer' }] })
  await get(mock, `customers/${customerId}/subscriptions`)
  expect((await get(mock, `customers/${otherCustomerId}/subscriptions`)).status).toBe(200)
  expect((await get(mock, `customers/${customerId}/subscriptions`)).status).toBe(429)
  expect(mock.requests.map(({ customerId: id }) => id)).toEqual([customerId, otherCustomerId, customerId])
})

test('a subscription that is not a plan has no entitlements, and an unknown one is not found', async () => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId }] })
  const { items } = (await get(mock, `customers/${customerId}/subscriptions`)).body
  const below = (id: string) => get(mock, `customers/${customerId}/subscriptions/${id}/azureEntitlements`)
  expect(await below(items[0].id)).toMatchObject({ status: 200, body: { items: [] } })
  expect((await below(upgradeId)).status).toBe(404)
})

test.for([-1, 1.5, 100_001])('%d customers are refused', (customers) => {
  expect(() => createPartnerCenterMock({ customers })).toThrow('customers must be a list, or a number from 0 to 100000')
})

test('the fault of a token with a user applies to every operation', async () => {
  for (const tokens of [[{ value: 'token', fault: 'mfaRequired' }], () => 'mfaRequired', () => false, []] as const) {
    const mock = createPartnerCenterMock({ tokens })
    for (const path of ['customers', `customers/${customerId}/subscriptions`, `customers/${customerId}/agreements`]) {
      expect((await get(mock, path)).status).toBe(401)
    }
  }
})
