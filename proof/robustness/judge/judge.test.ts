import { expect, test } from 'vitest'
import { type CustomerTruth, commit, createTruth, type Received } from '../service/truth.ts'
import { judge, type Report } from './judge.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

function truthOf(change: (customer: CustomerTruth) => void = () => {}, existing = false) {
  const truth = createTruth(new Map([[customerId, { name: 'test', existing }]]))
  for (const customer of truth.values()) change(customer)
  return truth
}

const reported = (outcome: string): readonly Report[] => [{ customerId, outcome, by: 's' }]

function received(operation: Received['operation'], answer: string, named = false): Received {
  return { operation, answer, named, at: 0, requestId: 'r', correlationId: 'c', sender: 's' }
}

const once = (customer: CustomerTruth): void => {
  customer.received.push(received('create', '202'))
  commit(customer, 0, 'r', 'u1')
}
const twice = (customer: CustomerTruth): void => {
  once(customer)
  once(customer)
}

test.for([
  ['two upgrades', truthOf(twice), 'completed', ['twice']],
  ['a second upgrade beside one from before', truthOf(once, true), 'completed', ['twice']],
  ['one upgrade that completed', truthOf(once), 'completed', []],
  ['one upgrade that is reported as rejected', truthOf(once), 'rejected', ['wronglyRejected']],
  ['one upgrade that is reported as ineligible', truthOf(once), 'ineligible', ['lost']],
  ['one upgrade, and no row', truthOf(once), 'missing', ['lost']],
  ['a row that was never settled', truthOf(), 'open', ['lost']],
  ['no upgrade, but one is reported as completed', truthOf(), 'completed', ['invented']],
  ['no upgrade, rejected', truthOf(), 'rejected', []],
  ['an upgrade from before, of a customer who is not eligible', truthOf(undefined, true), 'ineligible', []],
  ['unknown, for a create that was never sent', truthOf(), 'unknown', ['dishonest']],
  ['unknown, for an upgrade that is not shown', truthOf(once), 'unknown', []],
  [
    'unknown, for an upgrade that the last response showed',
    truthOf((customer) => {
      once(customer)
      customer.received.push(received('eligibility', '200', true))
    }),
    'unknown',
    ['dishonest'],
  ],
] as const)('%s', ([, truth, outcome, kinds]) => {
  expect(judge(truth, reported(outcome)).map(({ kind }) => kind)).toEqual(kinds)
})
