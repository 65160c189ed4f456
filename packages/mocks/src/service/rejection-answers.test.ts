import { expect, test } from 'vitest'
import { call, customerId, get } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

test('a rejection that concerns no part of the request has no details', async () => {
  const mock = createPartnerCenterMock({ tokens: ['another'] })
  for (const path of ['customers', `customers/${customerId}/subscriptions`]) {
    const { status, headers, body } = await get(mock, path)
    expect([status, body.data]).toEqual([401, []])
    expect(headers.get('www-authenticate')).toMatch(/^OAuth /)
  }
  const { status, body } = await call(mock, 'customers')
  expect([status, Object(body).data]).toEqual([405, []])
})

test('a rejection of several parts names each with its location', async () => {
  const { status, body } = await call(createPartnerCenterMock(), 'productUpgrades/no-guid/status', { body: {} })
  const { data, description } = Object(body)
  expect(status).toBe(400)
  expect(data).toHaveLength(3)
  expect(data.filter((text: string) => text.startsWith('path parameter upgrade-id '))).toHaveLength(1)
  expect(data.filter((text: string) => text.startsWith('body '))).toHaveLength(2)
  for (const text of data) expect(description).toContain(text)
})

test('of the statuses of a rejection, only the one that no page of Microsoft documents is inferred', async () => {
  const mock = createPartnerCenterMock()
  const rejected: readonly (readonly [number, object])[] = [
    [415, { headers: { 'Content-Type': 'text/plain' } }],
    [406, { headers: { Accept: 'text/html' } }],
    [400, { body: {} }],
    [401, { headers: { Authorization: 'Basic abc' } }],
  ]
  for (const [status, options] of rejected) {
    expect((await call(mock, 'productUpgrades', options)).status).toBe(status)
  }
  expect((await call(mock, 'customers')).status).toBe(405)
  expect(mock.requests.map(({ inferred }) => inferred)).toEqual(['the status 415', ...Array(4).fill(undefined)])
})

test('a malformed customer ID gets the fault of an unknown one, marked as inferred, with its location', async () => {
  const mock = createPartnerCenterMock()
  const seen = await call(mock, 'productUpgrades', { body: { customerId: 'contoso', productFamily: 'Azure' } })
  expect(seen).toMatchObject({
    status: 400,
    body: { code: '900118', data: [expect.stringMatching(/^body \/customerId /)] },
  })
  expect(mock.requests[0]?.inferred).toContain('customer')
})
