import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { contract } from '@partner-upgrades/spec/contract'
import { describe, expect, test } from 'vitest'
import { type Cell, cellName, cellsOf } from '../src/matrix/cells.ts'
import { calls } from '../test/calls.ts'
import { publishedFaults } from '../test/documented-faults.ts'
import { errorOf, expectSurfaced } from '../test/surfaced.ts'
import { proves } from './matrix/proves.ts'

/** The client's expected result for each success, taken from Microsoft's pages and the names of the examples. */
const successes: Readonly<Record<string, unknown>> = {
  'checkProductUpgradeEligibility 200 example documented': {
    customerId: 'c1958bc7-3284-4952-a257-de594ee64743',
    isEligible: true,
    productFamily: 'azure',
  },
  'checkProductUpgradeEligibility 200 example alreadyUpgrading': expect.objectContaining({
    isEligible: false,
    upgradeId: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
  }),
  'createProductUpgrade 202': expect.objectContaining({ upgradeId: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4' }),
  'getProductUpgradeStatus 200 example documented': expect.objectContaining({
    id: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
    status: 'Completed',
    lineItems: [expect.objectContaining({ upgradedDate: '2019-08-29T23:47:28.8524555Z' })],
  }),
  'getProductUpgradeStatus 200 example pending': expect.objectContaining({ status: 'Pending' }),
  'listCustomers 200 example twoCustomers': expect.objectContaining({ id: 'b44bb1fb-c595-45b0-9e09-d657365580bf' }),
  'listCustomers 200 example firstPage': expect.objectContaining({ id: 'b44bb1fb-c595-45b0-9e09-d657365580bf' }),
  'listCustomerSubscriptions 200 example documented': [
    expect.objectContaining({ id: '83ef9d05-4169-4ef9-9657-0e86b1eab1de', creationDate: '2015-11-25T06: 41: 12Z' }),
  ],
  'listCustomerSubscriptions 200 example legacyAzure': [
    expect.objectContaining({ offerId: 'MS-AZR-0145P', billingType: 'usage' }),
  ],
  'listCustomerSubscriptions 200 example azurePlan': [
    expect.objectContaining({ friendlyName: 'Microsoft Azure plan' }),
  ],
  'listCustomerAgreements 200 example confirmed': [
    expect.objectContaining({ dateAgreed: '2019-08-26T00:00:00', type: 'MicrosoftCustomerAgreement' }),
    expect.objectContaining({ dateAgreed: '2019-08-27T00:00:00', type: 'MicrosoftCustomerAgreement' }),
  ],
  'listCustomerAgreements 200 example none': [],
  'getDirectSignStatus 200 example documented': { isSigned: true },
  'getDirectSignStatus 200 example notSigned': { isSigned: false },
  'listAzureEntitlements 200 example documented': [
    expect.objectContaining({ id: '899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8', friendlyName: 'Microsoft Azure' }),
  ],
}

/** A client whose provider answers each request with one of the contract's examples. */
function clientServed({ status, kind, name }: Cell) {
  const mock = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  const answered: number[] = []
  const client = createProductUpgradesClient({
    credential: 'any-token',
    clock: mock.clock,
    retries: 0,
    headers: { Prefer: `code=${status}${kind === 'example' ? `, example=${name}` : ''}` },
    fetch: async (url, init) => {
      const response = await mock.fetch(url, init)
      answered.push(response.status)
      return response
    },
  })
  return { client, answered }
}

const cells = cellsOf(contract)

test('the contract has a response for each documented status, and an example for each fault', () => {
  // 202 instead of 200 for a create, and 415, which HTTP adds to Microsoft's list for requests with a body.
  const statuses = [400, 401, 403, 404, 405, 406, 408, 409, 412, 429, 500, 501, 502, 503, 504]
  for (const operation of Object.keys(calls)) {
    const own = new Set(cells.filter((cell) => cell.operation === operation).map(({ status }) => status))
    const success = operation === 'createProductUpgrade' ? 202 : 200
    const ofBody = /^(list|getDirect)/.test(operation) ? [] : [415]
    expect([...own].sort()).toEqual([success, ...statuses, ...ofBody].map(String).sort())
  }
  expect(cells.filter(({ kind }) => kind === 'fault')).toEqual([])
})

test('the catalogue has exactly the faults that are published', () => {
  expect(Object.keys(contract.faults).sort()).toEqual(Object.keys(publishedFaults).sort())
})

describe('the client reports what the provider returns', () => {
  const callable = cells.filter(({ operation }) => operation in calls)

  test.for(callable.map((cell): [string, Cell] => [cellName(cell), cell]))('%s', async ([name, cell], { task }) => {
    const { client, answered } = clientServed(cell)
    const promise = calls[cell.operation]?.(client) ?? expect.fail(`no call of ${cell.operation}`)
    if (cell.status.startsWith('2')) {
      expect(await promise).toEqual(successes[name] ?? expect.fail('no result is listed for it'))
    } else {
      const error = await errorOf(promise)
      expectSurfaced(error, cell)
      if (cell.status === '429') expect(error).toMatchObject({ retryAfter: 57_000 })
      expect(error.attempts?.map((attempt) => attempt.status)).toEqual(answered)
    }
    expect(answered).toContain(Number(cell.status))
    proves(task, cell, 'request')
  })
})
