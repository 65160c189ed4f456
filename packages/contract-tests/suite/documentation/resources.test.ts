import type { Validate } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { describe, expect, test } from 'vitest'
import { casesOf } from './resource-cases.ts'
import { type Resource, resources } from './resources.ts'

const json = 'application/json'
const successes: Readonly<Record<string, { status: string; resource: Resource } | undefined>> = {
  checkProductUpgradeEligibility: { status: '200', resource: resources.ProductUpgradesEligibility },
  getProductUpgradeStatus: { status: '200', resource: resources.ProductUpgradesStatus },
  listCustomers: { status: '200', resource: resources.CustomerCollection },
  listCustomerSubscriptions: { status: '200', resource: resources.SubscriptionCollection },
  listCustomerAgreements: { status: '200', resource: resources.AgreementCollection },
  getDirectSignStatus: { status: '200', resource: resources.DirectSignedCustomerAgreementStatus },
  listAzureEntitlements: { status: '200', resource: resources.AzureEntitlementCollection },
}

/** Each place where a resource is sent, with its validator. */
const places = Object.values(contract.operations).flatMap(({ id, requestBody, responses }) => {
  const place = (what: string, resource: Resource, validate: Validate | undefined) =>
    [`${id}: ${what}`, resource, validate] as const
  const faults = Object.keys(responses).filter((status) => status >= '400')
  const success = successes[id]
  return [
    ...(requestBody
      ? [place('the request', resources.ProductUpgradeRequest, requestBody.content[json]?.validate)]
      : []),
    ...(success ? [place('the response', success.resource, responses[success.status]?.content[json]?.validate)] : []),
    ...faults.map((status) =>
      place(
        `the fault ${status}`,
        status === '429' ? resources.ThrottlingFault : resources.Fault,
        responses[status]?.content[json]?.validate,
      ),
    ),
  ]
})

describe('a resource has the properties that its page lists, and may have more', () => {
  test.for(places)('%s', ([, resource, validate]) => {
    expect(validate).toBeDefined()
    const wrong = casesOf(resource).filter(({ value, fits }) => (validate?.(value).length === 0) !== fits)
    expect(wrong.map(({ what, fits }) => `${what} should be ${fits ? 'taken' : 'refused'}`)).toEqual([])
  })
})

test('the description of a fault is no longer than the page allows', () => {
  const validate = contract.operations.createProductUpgrade?.responses['500']?.content[json]?.validate
  expect(validate?.({ code: '800003', description: 'x'.repeat(1024) })).toEqual([])
  expect(validate?.({ code: '800003', description: 'x'.repeat(1025) })).toHaveLength(1)
})

test('the name of a product family is not empty', () => {
  const validate = contract.operations.createProductUpgrade?.requestBody?.content[json]?.validate
  const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
  expect(validate?.({ customerId, productFamily: 'x' })).toEqual([])
  expect(validate?.({ customerId, productFamily: '' })).toHaveLength(1)
})
