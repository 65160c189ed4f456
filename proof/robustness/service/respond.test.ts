import { expect, test } from 'vitest'
import { lookAt } from './respond.ts'
import { commit, createTruth } from './truth.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

test.for([
  [1_000, 'eligibility', '"isEligible":true'],
  [1_000, 'status', '900106'],
  [1_059, 'eligibility', '"isEligible":true'],
  [1_060, 'eligibility', '"isEligible":false'],
  [1_060, 'status', 'InProgress'],
  [1_200, 'status', 'Completed'],
] as const)('created at 1000 and shown 60 ms later: at %i, %s returns %s', ([now, operation, said]) => {
  const truth = createTruth(new Map([[customerId, { name: 'test', sight: 60 }]]))
  const customer = truth.get(customerId) ?? expect.unreachable()
  commit(customer, 1_000, 'r', 'u')
  expect(JSON.stringify(lookAt(customer, operation, 'u', now).answer).replaceAll('\\', '')).toContain(said)
})
