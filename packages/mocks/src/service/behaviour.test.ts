import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { createFaultCatalogue } from '../catalogue/fault-catalogue.ts'
import { isInjected } from '../contract/answer.ts'
import { createInjections } from '../injections/injections.ts'
import { createRandom } from '../random/random.ts'
import { createClock } from '../time/clock.ts'
import { createBehaviour, createComplete } from './behaviour.ts'
import { createOverrides } from './overrides.ts'
import { createThrottle } from './throttle.ts'

test('an operation that the service does not simulate gets an example, without the IDs and dates of another exchange', async () => {
  const operation = contract.operations.getDirectSignStatus ?? expect.fail('no such operation')
  const faults = createFaultCatalogue(contract)
  const clock = createClock()
  const random = createRandom(0)
  const behave = createBehaviour({
    injections: createInjections({ operations: [], customers: { all: [], isOpen: true }, faults }, random),
    overrides: createOverrides([]),
    throttle: createThrottle([], clock),
    service: {},
    faults,
    clock,
    complete: createComplete({}, random),
  })
  const message = { method: 'GET', target: '/', header: () => null, headers: () => [], text: async () => '' }
  const parameters = { path: {}, query: {}, header: {}, cookie: {} }
  const answer = await behave({ operation, parameters, body: undefined, message, credentials: [] })
  if (isInjected(answer)) expect.fail('a fault')
  expect(answer).toMatchObject({ status: 200, body: { isSigned: true } })
  expect(answer.headers).toHaveProperty('isMfaCompliant')
  expect(Object.keys(answer.headers ?? {})).not.toContain('MS-RequestId')
  expect(Object.keys(answer.headers ?? {})).not.toContain('Date')
})
