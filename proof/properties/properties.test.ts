import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { contract } from '@partner-upgrades/spec/contract'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { checkRequests } from './check-requests.ts'
import { checkValues } from './check-values.ts'
import type { Json } from './document.ts'
import { createEngine } from './engine.ts'
import type { Report } from './run-property.ts'
import { subjectsOf } from './subjects.ts'

const bundled: Json = document
const engine = createEngine(bundled)
const operations = Object.values(contract.operations)

/** Expects no disagreement, and enough valid and invalid cases to be meaningful. */
function expectAgreement({ valid, invalid, disagreement }: Report, count: number) {
  expect(disagreement, disagreement).toBeUndefined()
  expect(valid + invalid).toBe(count)
  expect(Math.min(valid, invalid)).toBeGreaterThan(count / 5)
}

describe('our validators and an independent engine agree on 2,000 values', () => {
  test.for(operations.map((operation) => [operation.id, operation] as const))('of %s', async ([, operation]) => {
    expectAgreement(await checkValues(contract, operation, bundled, engine, { seed: 1, count: 2000 }), 2000)
  })
})

describe('the mocks reject exactly the requests that an independent engine finds invalid', () => {
  test.for(operations.map((operation) => [operation.id, operation] as const))('of %s', async ([, operation]) => {
    const { handle } = createPartnerCenterMock()
    expectAgreement(await checkRequests(contract, operation, bundled, engine, handle, { seed: 1, count: 500 }), 500)
  })
})

test('every validator of the contract is compared', () => {
  for (const operation of operations) {
    const compared = new Set(subjectsOf(bundled, operation).map(({ validate }) => validate))
    const { parameters, requestBody, responses } = operation
    const media = [requestBody, ...Object.values(responses)].flatMap((owner) => Object.values(owner?.content ?? {}))
    const headers = Object.values(responses).flatMap((response) => response.headers)
    const owned = [...parameters, ...headers, ...media].flatMap(({ validate }) => validate ?? [])
    expect(owned.filter((validate) => !compared.has(validate))).toEqual([])
  }
})
