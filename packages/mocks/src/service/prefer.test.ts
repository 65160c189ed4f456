// Responses on demand, as Microsoft's pages print them. That every response of the contract can be requested is tested where the client
// handles each of them: in suite/statuses.test.ts of contract-tests.
import { expect, test } from 'vitest'
import { call, upgradeId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

const ask = (path: string, prefer: string, headers: Readonly<Record<string, string>> = {}) =>
  call(createPartnerCenterMock(), path, { headers: { Prefer: prefer, ...headers } })

const fault = (code: string, description: string) => ({ code, description, data: [], source: 'PartnerFD' })

test.for<[prefer: string, path: string, status: number, body: unknown]>([
  [
    'code=200',
    'productUpgrades/eligibility',
    200,
    { customerId: 'c1958bc7-3284-4952-a257-de594ee64743', isEligible: true, productFamily: 'azure' },
  ],
  [
    'example=pending',
    `productUpgrades/${upgradeId}/status`,
    200,
    { id: upgradeId, status: 'Pending', productFamily: 'Azure', lineItems: [] },
  ],
  ['code=404', `productUpgrades/${upgradeId}/status`, 404, fault('900106', 'No upgrade request was found')],
  [
    'example=upgradeInProgress',
    'productUpgrades',
    409,
    fault('900109', `This upgrade isn't allowed as original upgrade ${upgradeId} is in progress`),
  ],
  [
    'code=403, example=suspendedSubscriptions',
    'productUpgrades',
    403,
    fault(
      '900105',
      "You have one or more Azure subscriptions in the suspended state. Suspended Azure subscriptions can't be transitioned to the Azure plan",
    ),
  ],
])('Prefer: %s at %s gets %i', async ([prefer, path, status, body]) => {
  expect(await ask(path, prefer)).toMatchObject({ status, body })
})

test('an accepted create has its Location, and no body', async () => {
  const { status, headers, body } = await ask('productUpgrades', 'code=202')
  expect({ status, body }).toEqual({ status: 202, body: undefined })
  expect(headers.get('location')).toBe(`productUpgrades/${upgradeId}`)
})

test('a throttling response says how many seconds to wait', async () => {
  const { status, headers, body } = await ask('productUpgrades', 'code=429')
  expect(status).toBe(429)
  expect(headers.get('retry-after')).toBe('57')
  expect(body).toEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' })
})

test('a call that needs another token is challenged', async () => {
  const { status, headers } = await ask('productUpgrades', 'code=401')
  expect(status).toBe(401)
  expect(headers.get('www-authenticate')).toMatch(/^OAuth realm=/)
})

test('a browser gets the error page of a gateway', async () => {
  const response = await createPartnerCenterMock().fetch(
    'https://api.partnercenter.microsoft.com/v1/productUpgrades/eligibility',
    {
      method: 'POST',
      headers: {
        Authorization: 'Bearer t',
        'Content-Type': 'application/json',
        Accept: 'text/html, */*;q=0.1',
        Prefer: 'code=502',
      },
      body: '{"customerId":"4c721420-72ad-4708-a0a7-371a2f7b0969","productFamily":"Azure"}',
    },
  )
  expect(response.status).toBe(502)
  expect(response.headers.get('content-type')).toBe('text/html')
  expect(await response.text()).toContain('<title>502')
})
