import { exchanges } from '@partner-upgrades/spec/exchanges'
import { expect, test } from 'vitest'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

const upgradedDate = '2019-08-29T23:47:28.8524555Z'

function send(
  mock: ReturnType<typeof createPartnerCenterMock>,
  { request }: (typeof exchanges)[number],
): Promise<Response> {
  const headers = request.headers.map(([name, value]): [string, string] => [name, value])
  return mock.fetch(request.url, { method: request.method, headers, ...(request.body && { body: request.body }) })
}

function customerOf(body: string): string {
  return /"customerId": "([0-9a-f-]+)"/.exec(body)?.[1] ?? 'none'
}

test.each(exchanges.filter(({ operation }) => operation === 'createProductUpgrade'))(
  '$name is accepted as documented',
  async (exchange) => {
    const response = await send(createPartnerCenterMock(), exchange)
    expect(response.status).toBe(exchange.response.status)
    expect(response.headers.get('location')).toMatch(/^productUpgrades\/[0-9a-f-]{36}$/)
  },
)

test.each(exchanges.filter(({ request }) => request.malformed !== undefined))(
  '$name, sent as printed, is rejected',
  async (exchange) => {
    const response = await send(createPartnerCenterMock(), exchange)
    expect(response.status).toBe(400)
    const why = exchange.request.body
      ? 'The request body is not valid JSON.'
      : /^The request is invalid: path parameter /
    expect(await response.json()).toMatchObject({ code: '800002', description: expect.stringMatching(why) })
  },
)

test.each(exchanges.filter(({ operation }) => operation === 'getProductUpgradeStatus'))(
  '$name results from a state, byte for byte except for white space',
  async (exchange) => {
    const documented = JSON.parse(exchange.response.body)
    const customerId = customerOf(exchange.request.body)
    const mock = createPartnerCenterMock({ upgrades: [{ id: documented.id, customerId, completedAt: upgradedDate }] })
    const meant = JSON.stringify({
      customerId,
      productFamily: 'azure',
      attributes: { objectType: 'ProductUpgradeRequest' },
    })
    const response = await send(mock, { ...exchange, request: { ...exchange.request, body: meant } })
    expect(response.status).toBe(exchange.response.status)
    expect(await response.text()).toBe(JSON.stringify(documented))
  },
)

test.each(exchanges.filter(({ operation }) => operation === 'checkProductUpgradeEligibility'))(
  '$name gets the documented response, for the customer of the request',
  async (exchange) => {
    const response = await send(createPartnerCenterMock(), exchange)
    const customerId = customerOf(exchange.request.body)
    expect(await response.json()).toEqual({ ...JSON.parse(exchange.response.body), customerId })
  },
)
