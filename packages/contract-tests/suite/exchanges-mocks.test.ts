import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import type { Exchange } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import { describe, expect, test } from 'vitest'
import { calls } from '../test/calls.ts'
import { documentedCustomers, documentedState, otherCustomers, printedRequest } from '../test/documented-state.ts'
import { cellFor, proves } from './matrix/proves.ts'

const guid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
const byName = (subset: readonly Exchange[]) => subset.map((exchange): [string, Exchange] => [exchange.name, exchange])
const printedBody = ({ name, response }: Exchange) => {
  const other = otherCustomers[name]
  return other ? response.body.replace(other.answered, other.asked) : response.body
}

const cellOf = ({ operation, response, name }: Exchange) => cellFor(operation, response.status, name)

/** Only the status exchanges find an upgrade in place; the other pages are about a customer without one. */
const mockFor = ({ operation }: Exchange) =>
  createPartnerCenterMock(operation === 'getProductUpgradeStatus' ? documentedState : {})

/** Returns what the client makes of a response. */
async function surfaced({ operation }: Exchange, answer: Response): Promise<unknown> {
  const client = createProductUpgradesClient({ credential: 'any-token', fetch: async () => answer })
  return calls[operation]?.(client)
}

async function expectPrintedAnswer(exchange: Exchange, answer: Response): Promise<void> {
  expect(answer.status).toBe(exchange.response.status)
  for (const [name, value] of exchange.response.headers) {
    expect(answer.headers.get(name)?.replace(guid, '{guid}'), name).toEqual(
      name === 'Location' ? value.replace(guid, '{guid}') : expect.any(String),
    )
  }
  const text = await answer.clone().text()
  if (exchange.response.body === '') {
    expect(text).toBe('')
    expect(await surfaced(exchange, answer)).toMatchObject({
      upgradeId: guid.exec(answer.headers.get('Location') ?? '')?.[0],
    })
  } else {
    expect(JSON.parse(text)).toEqual(JSON.parse(printedBody(exchange)))
    expect(await surfaced(exchange, answer)).toEqual(JSON.parse(printedBody(exchange)))
  }
}

// Exchanges captured by partners may exist as well, and may look different.
const documented = exchanges.filter(({ evidence }) => evidence.level === 'documented')

test('all pages are represented', () => {
  expect(documented.map(({ name }) => name).sort()).toEqual([
    'checkProductUpgradeEligibility.en',
    'createProductUpgrade.en',
    'getDirectSignStatus.en',
    'getProductUpgradeStatus.en',
    'getProductUpgradeStatus.en-plain',
    'getProductUpgradeStatus.fr',
    'getProductUpgradeStatus.zh-tw',
    'listAzureEntitlements.en',
    'listCustomerAgreements.en',
    'listCustomerSubscriptions.en',
    'listCustomers.en',
  ])
})

const upgrading = exchanges.filter(({ operation }) => !Object.hasOwn(documentedCustomers, operation))

describe('a documented request about customers, sent to the mocks as intended', () => {
  test.for(byName(exchanges.filter(({ operation }) => Object.hasOwn(documentedCustomers, operation))))(
    '%s gets everything that the page prints, by state',
    async ([, exchange], { task }) => {
      const {
        options,
        url = (text) => text,
        meant = (text) => text,
      } = documentedCustomers[exchange.operation] ?? expect.fail(exchange.operation)
      const { request, response } = exchange
      const asked = printedRequest({ ...exchange, request: { ...request, url: url(request.url) } })
      const answer = await createPartnerCenterMock(options).handle(asked)
      expect(answer?.status).toBe(response.status)
      expect(await answer?.json()).toMatchObject(JSON.parse(meant(response.body)))
      // Only what is marked as malformed is changed, or a count that the page itself contradicts.
      expect(meant(response.body) !== response.body).toBe(
        response.malformed !== undefined || exchange.operation === 'listCustomerSubscriptions',
      )
      expect(url(request.url) !== request.url).toBe(request.malformed !== undefined)
      proves(task, cellOf(exchange), 'state')
    },
  )
})

describe('a documented request, sent to the mocks as printed', () => {
  test.for(byName(upgrading.filter(({ request }) => request.malformed === undefined)))(
    '%s gets the printed response, by state',
    async ([, exchange], { task }) => {
      const answer = await mockFor(exchange).handle(printedRequest(exchange))
      await expectPrintedAnswer(exchange, answer ?? Response.error())
      proves(task, cellOf(exchange), 'state')
    },
  )

  test.for(byName(upgrading.filter(({ request }) => request.malformed !== undefined)))(
    '%s is not JSON, and is rejected with a fault',
    async ([, exchange]) => {
      expect(() => JSON.parse(exchange.request.body)).toThrow(SyntaxError)
      const answer = await mockFor(exchange).handle(printedRequest(exchange))
      expect(answer?.status).toBe(400)
      expect(await answer?.json()).toMatchObject({ code: expect.anything(), description: expect.any(String) })
    },
  )

  // The intended body, according to the page's own description of the resource and its attributes.
  const intended = {
    customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969',
    productFamily: 'azure',
    attributes: { objectType: 'ProductUpgradeRequest' },
  }

  test.for(byName(upgrading.filter(({ request }) => request.malformed !== undefined)))(
    '%s gets the printed response once its body is the intended one',
    async ([, exchange], { task }) => {
      const answer = await mockFor(exchange).handle(printedRequest(exchange, JSON.stringify(intended)))
      await expectPrintedAnswer(exchange, answer ?? Response.error())
      proves(task, cellOf(exchange), 'state')
    },
  )
})

test('every printed header is replayed, or omitted for a stated reason', () => {
  for (const { name, request, response } of documented) {
    for (const { name: header, reason } of [...request.omitted, ...response.omitted]) {
      expect(reason, `${name} ${header}`).toMatch(/\w+ \w+/)
    }
    const seen = [...request.headers.map(([header]) => header), ...request.omitted.map(({ name: header }) => header)]
    if (request.method === 'GET') {
      const ids = ['Accept', 'Authorization', 'MS-CorrelationId', 'MS-RequestId']
      expect(seen.filter((header) => header !== 'Connection').sort(), name).toEqual(ids)
      continue
    }
    expect(seen.sort(), name).toEqual([
      'Accept',
      'Authorization',
      'Connection',
      'Content-Length',
      'Content-Type',
      'Expect',
      'Host',
      'MS-CorrelationId',
      'MS-PartnerCenter-Application',
      'MS-RequestId',
      'X-Locale',
    ])
  }
})

test('every exchange belongs to an operation of the contract', () => {
  for (const { operation } of exchanges) expect(Object.keys(contract.operations)).toContain(operation)
})
