import { expect, test } from 'vitest'
import { call, create, customerId, get, otherCustomerId, upgradeId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

type Mock = ReturnType<typeof createPartnerCenterMock>
const third = '7d3a3c4e-2f66-4b0e-9a51-6f2f0a7d1c11'

async function listed(mock: Mock): Promise<readonly string[]> {
  return (await get(mock, 'customers')).body.items.map(({ id }: { id: string }) => id)
}

/** The status and the fault code of the response to a create for a customer. */
async function created(mock: Mock, id: string): Promise<readonly unknown[]> {
  const { status, body } = await call(mock, 'productUpgrades', { body: { customerId: id, productFamily: 'Azure' } })
  return [status, Object(body).code]
}

const accepted = [202, undefined]
const unknown = [403, '20002']

test('an added customer is listed and can be upgraded, like those before', async () => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId }] })
  expect(await created(mock, otherCustomerId)).toEqual(unknown)
  mock.addCustomers([{ id: otherCustomerId }])
  expect(await listed(mock)).toEqual([customerId, otherCustomerId])
  expect(mock.snapshot().customers).toEqual([{ id: customerId }, { id: otherCustomerId }])
  expect(await created(mock, otherCustomerId)).toEqual(accepted)
  expect(await created(mock, customerId)).toEqual(accepted)
  expect(await created(mock, third)).toEqual(unknown)
})

test('an added customer replaces the one with the same ID, in any case', async () => {
  const mock = createPartnerCenterMock({
    customers: [{ id: customerId, condition: '900105' }, { id: otherCustomerId }],
  })
  expect(await created(mock, customerId)).toEqual([403, '900105'])
  mock.addCustomers([{ id: customerId.toUpperCase(), companyName: 'Contoso' }])
  const { items } = (await get(mock, 'customers')).body
  expect(items.map(({ id }: { id: string }) => id.toLowerCase()).sort()).toEqual([customerId, otherCustomerId])
  expect(items).toContainEqual(
    expect.objectContaining({ companyProfile: expect.objectContaining({ companyName: 'Contoso' }) }),
  )
  expect(await created(mock, customerId)).toEqual(accepted)
})

test('customers that are set replace all others, whose upgrades stay', async () => {
  const mock = createPartnerCenterMock()
  const id = await create(mock)
  mock.addCustomers([{ id: otherCustomerId }])
  expect(await created(mock, third)).toEqual(accepted)
  mock.setCustomers([{ id: otherCustomerId }])
  expect(await listed(mock)).toEqual([otherCustomerId])
  expect(await created(mock, customerId)).toEqual(unknown)
  expect(mock.snapshot().upgrades.map((upgrade) => upgrade.customerId)).toEqual([customerId, third])
  mock.setCustomers([{ id: customerId }])
  expect(await call(mock, `productUpgrades/${id}/status`)).toMatchObject({ status: 200, body: { id } })
})

test('a number makes up that many customers, some with past upgrades', async () => {
  const mock = createPartnerCenterMock({ seed: 'a' })
  mock.setCustomers(60)
  const ids = await listed(mock)
  const { upgrades } = mock.snapshot()
  expect(ids).toHaveLength(60)
  expect(upgrades.length).toBeGreaterThan(0)
  for (const { customerId: upgraded, status } of upgrades) {
    expect(status).toBe('Completed')
    expect(ids).toContain(upgraded)
    expect(await created(mock, upgraded)).toEqual([400, '900110'])
  }
  mock.setCustomers(60)
  expect(await listed(mock)).toEqual(ids)
  expect(mock.snapshot().upgrades).toEqual(upgrades)
  expect(createPartnerCenterMock({ seed: 'a', customers: 60 }).snapshot()).toMatchObject({
    customers: mock.snapshot().customers,
    upgrades,
  })
})

test('a reset restores the initial customers', async () => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId }] })
  mock.setCustomers([{ id: otherCustomerId }])
  mock.addCustomers([{ id: third }])
  mock.reset()
  expect(await listed(mock)).toEqual([customerId])
})

test('customers that are added or set later are checked like the initial ones', () => {
  const mock = createPartnerCenterMock()
  for (const change of [mock.addCustomers, mock.setCustomers]) {
    expect(() => change([{ id: 'contoso' }])).toThrow('A customer\'s id must be a GUID, not "contoso".')
    expect(() => change([{ id: customerId, condition: 'sad' }])).toThrow('Unknown fault "sad".')
    expect(() => change([{ id: customerId, azurePlanId: 'plan' }])).toThrow(
      'A customer\'s azurePlanId must be a GUID, not "plan".',
    )
  }
  expect(() => mock.setCustomers(-1)).toThrow('customers must be a list, or a number from 0 to 100000, not -1.')
})

test('a mock may have no customers', async () => {
  const mock = createPartnerCenterMock({ customers: 0 })
  expect((await get(mock, 'customers')).body).toMatchObject({ totalCount: 0, items: [] })
  expect(await created(mock, upgradeId)).toEqual(unknown)
})
