import { createPartnerCenterMock, faults, toHandlers } from '@partner-upgrades/mocks'
import { usePartnerCenter } from '@partner-upgrades/mocks/vitest'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { expect, test } from 'vitest'
import { upgradeCustomer } from './upgrade-customer.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const suspendedId = '58e2af4f-0ad3-4688-8744-be2357cd939a'
const directory = http.get('https://directory.contoso.example/customers/:domain', ({ params }) =>
  HttpResponse.json({ customerId: params.domain === 'suspended.example' ? suspendedId : customerId }),
)

// Each test gets its own Partner Center. A request that neither it nor the directory handles fails the test.
const partnerCenter = usePartnerCenter({
  mock: () =>
    createPartnerCenterMock({
      customers: [{ id: customerId }, { id: suspendedId, condition: 'suspendedSubscriptions' }],
    }),
  server: (partnerCenter) => setupServer(...toHandlers(partnerCenter), directory),
})

test('an upgrade is started', async () => {
  expect(await upgradeCustomer('contoso.example')).toMatch(/^started as [0-9a-f-]{36}$/)
  expect(partnerCenter.requests).toHaveLength(1)
})

test('an upgrade in progress is found', async () => {
  const started = await upgradeCustomer('contoso.example')
  expect(await upgradeCustomer('contoso.example')).toBe(started.replace('started', 'in progress'))
})

test('suspended subscriptions are reported', async () => {
  expect(await upgradeCustomer('suspended.example')).toBe('has suspended subscriptions')
})

test('throttling is left to the caller', async () => {
  partnerCenter.inject(faults.throttled({ retryAfter: 57 }))
  await expect(upgradeCustomer('contoso.example')).rejects.toMatchObject({ status: 429, retryAfter: 57_000 })
})
