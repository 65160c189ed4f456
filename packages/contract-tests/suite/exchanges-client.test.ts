import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createProductUpgradesClient } from '@partner-upgrades/client'
import { type CustomersClient, createCustomersClient } from '@partner-upgrades/client/customers'
import type { Exchange } from '@partner-upgrades/spec'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import { afterEach, describe, expect, test } from 'vitest'
import { allOf, documentedPlan, documentedUpgrade } from '../test/calls.ts'
import { cellFor, proves } from './matrix/proves.ts'

const servers: Server[] = []
afterEach(() => servers.splice(0).map((server) => server.close()))

/** A request, as the server received it. */
interface Received {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** A server on loopback that returns the printed response of an exchange, byte for byte, and nothing else. */
async function serverOf({ response }: Exchange): Promise<{ baseUrl: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer(async (request, answer) => {
    const chunks = await request.toArray()
    const body = Buffer.concat(chunks).toString()
    received.push({
      method: request.method,
      path: request.url,
      headers: request.headers,
      body: body && JSON.parse(body),
    })
    answer.sendDate = false
    answer.writeHead(response.status, Object.fromEntries(response.headers))
    answer.end(response.body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}`, received }
}

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const request = { customerId, productFamily: 'azure' }
const printed = (operation: string) =>
  exchanges
    .filter((exchange) => exchange.operation === operation)
    .map((exchange): [string, Exchange] => [exchange.name, exchange])

async function clientOf(exchange: Exchange) {
  const { baseUrl, received } = await serverOf(exchange)
  return { client: createProductUpgradesClient({ credential: 'any-token', baseUrl }), baseUrl, received }
}

describe('a printed response, served unchanged, reaches the user of the client', () => {
  test.for(printed('createProductUpgrade'))('%s: the upgrade of the Location', async ([, exchange], { task }) => {
    const { client, baseUrl, received } = await clientOf(exchange)
    const upgrade = await client.create(request)
    expect(upgrade).toEqual({ ...request, upgradeId: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4', baseUrl })
    expect(received).toMatchObject([{ method: 'POST', body: request }])
    expect(received[0]?.path?.toLowerCase()).toBe('/v1/productupgrades')
    proves(task, cellFor(exchange.operation, exchange.response.status, exchange.name), 'replay')
  })

  test.for(printed('getProductUpgradeStatus'))('%s: every property, untouched', async ([, exchange], { task }) => {
    const { client, baseUrl, received } = await clientOf(exchange)
    const status = await client.getStatus(documentedUpgrade(baseUrl))
    expect(status).toEqual(JSON.parse(exchange.response.body))
    expect(status.lineItems?.[0]?.upgradedDate).toBe('2019-08-29T23:47:28.8524555Z')
    expect(received[0]?.path?.toLowerCase()).toBe('/v1/productupgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4/status')
    proves(task, cellFor(exchange.operation, exchange.response.status, exchange.name), 'replay')
  })

  test.for(printed('checkProductUpgradeEligibility'))(
    '%s: every property, untouched',
    async ([, exchange], { task }) => {
      const { client, received } = await clientOf(exchange)
      expect(await client.checkEligibility(request)).toEqual({
        customerId: 'c1958bc7-3284-4952-a257-de594ee64743',
        isEligible: true,
        productFamily: 'azure',
      })
      expect(received[0]?.path?.toLowerCase()).toBe('/v1/productupgrades/eligibility')
      proves(task, cellFor(exchange.operation, exchange.response.status, exchange.name), 'replay')
    },
  )
})

describe('a printed response about customers, served unchanged, reaches the user of the client', () => {
  const { planId } = documentedPlan
  type Read = (customers: CustomersClient) => Promise<unknown>
  const reads: Readonly<Record<string, readonly [path: string, read: Read]>> = {
    listCustomers: ['/v1/customers?size=40', (customers) => allOf(customers.list({ pageSize: 40 }))],
    listCustomerSubscriptions: [
      `/v1/customers/${customerId}/subscriptions`,
      (customers) => customers.listSubscriptions(customerId),
    ],
    listAzureEntitlements: [
      `/v1/customers/${customerId}/subscriptions/${planId}/azureEntitlements`,
      (customers) => customers.listAzureEntitlements(customerId, planId),
    ],
  }

  test.for(Object.keys(reads).flatMap(printed))('%s: every item, untouched', async ([, exchange], { task }) => {
    const { client, received } = await clientOf(exchange)
    const [path, read] = reads[exchange.operation] ?? expect.fail(exchange.operation)
    expect(await read(createCustomersClient(client))).toEqual(JSON.parse(exchange.response.body).items)
    expect(received).toMatchObject([{ method: 'GET', path, body: '' }])
    proves(task, cellFor(exchange.operation, exchange.response.status, exchange.name), 'replay')
  })

  test.for(printed('getDirectSignStatus'))('%s: the value itself', async ([, exchange], { task }) => {
    const { client, received } = await clientOf(exchange)
    expect(await createCustomersClient(client).hasSignedDirectly(customerId)).toBe(true)
    expect(received[0]?.path).toBe(`/v1/customers/${customerId}/directSignedMicrosoftCustomerAgreementStatus`)
    proves(task, cellFor(exchange.operation, exchange.response.status, exchange.name), 'replay')
  })

  test.for(printed('listCustomerAgreements'))('%s is rejected as not JSON', async ([, exchange], { task }) => {
    expect(() => JSON.parse(exchange.response.body)).toThrow(SyntaxError)
    const { client, received } = await clientOf(exchange)
    await expect(createCustomersClient(client).listAgreements(customerId)).rejects.toMatchObject({
      name: 'ContractViolationError',
    })
    expect(received[0]?.path).toBe(`/v1/customers/${customerId}/agreements?agreementType=MicrosoftCustomerAgreement`)
    proves(task, cellFor(exchange.operation, exchange.response.status, exchange.name), 'replay')
  })
})

test('the client sends the headers that the pages print', async () => {
  const [[, exchange] = expect.fail('no exchange')] = printed('createProductUpgrade')
  const { baseUrl, received } = await serverOf(exchange)
  const application = 'Partner Center .NET SDK Samples'
  const client = createProductUpgradesClient({ credential: 'any-token', baseUrl, application, locale: 'en-US' })
  await client.create(request, { requestId: 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff' })
  const guid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(received[0]?.headers).toMatchObject({
    authorization: 'Bearer any-token',
    accept: 'application/json',
    'ms-requestid': 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff',
    'ms-correlationid': guid,
    'ms-contract-version': 'v1',
    'x-locale': 'en-US',
    'ms-partnercenter-application': application,
    'content-type': expect.stringMatching(/^application\/json/),
  })
})
