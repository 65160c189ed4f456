import { expect, test } from 'vitest'
import { call, customerId, otherCustomerId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'
import type { InjectionOptions } from './injections.ts'
import { faults } from './presets.ts'

/** The statuses of a number of eligibility checks. */
async function statuses(
  mock: ReturnType<typeof createPartnerCenterMock>,
  calls: number,
  body?: object,
): Promise<number[]> {
  const seen: number[] = []
  for (let count = 0; count < calls; count += 1) {
    seen.push((await call(mock, 'productUpgrades/eligibility', { ...(body && { body }) })).status)
  }
  return seen
}

test('a fault hits the next call, once', async () => {
  const mock = createPartnerCenterMock()
  const injection = mock.inject(faults.throttled())
  expect(await statuses(mock, 3)).toEqual([429, 200, 200])
  expect(injection.hits).toBe(1)
})

test('a fault may hit the nth call, or every nth, a limited number of times', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.throttled(), { nth: 2 })
  expect(await statuses(mock, 3)).toEqual([200, 429, 200])
  mock.inject(faults.serverError(), { every: 2, times: 2 })
  expect(await statuses(mock, 7)).toEqual([200, 500, 200, 500, 200, 200, 200])
})

test('a fault may hit several calls in a row, from the next or the nth on', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.throttled(), { times: 3 })
  expect(await statuses(mock, 4)).toEqual([429, 429, 429, 200])
  mock.inject(faults.serverError(), { nth: 2, times: 2 })
  expect(await statuses(mock, 4)).toEqual([200, 500, 500, 200])
})

test('a fault may hit one operation only', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.serverError(), { operation: 'createProductUpgrade' })
  expect(await statuses(mock, 1)).toEqual([200])
  expect((await call(mock, 'productUpgrades')).status).toBe(500)
})

test('a fault may hit one customer only, in any case', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.serverError(), { customerId: customerId.toUpperCase(), every: 1 })
  expect(await statuses(mock, 1, { customerId: otherCustomerId, productFamily: 'Azure' })).toEqual([200])
  expect(await statuses(mock, 2)).toEqual([500, 500])
})

test('a fault may hit with a probability, and hits the same calls for the same seed', async () => {
  const run = async (seed: number) => {
    const mock = createPartnerCenterMock({ seed })
    mock.inject(faults.throttled(), { probability: 0.3 })
    return statuses(mock, 200)
  }
  const first = await run(1)
  const hits = first.filter((status) => status === 429).length
  expect(hits).toBeGreaterThan(35)
  expect(hits).toBeLessThan(85)
  expect(await run(1)).toEqual(first)
  expect(await run(2)).not.toEqual(first)
})

test('two faults take turns: the one injected first hits, the other counts', async () => {
  const mock = createPartnerCenterMock()
  const first = mock.inject(faults.throttled())
  const second = mock.inject(faults.serverError(), { every: 1, times: 1 })
  expect(await statuses(mock, 3)).toEqual([429, 500, 200])
  expect([first.hits, second.hits]).toEqual([1, 1])
})

test('two faults for the next call hit one call each', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.throttled())
  mock.inject(faults.throttled())
  mock.inject(faults.serverError())
  expect(await statuses(mock, 4)).toEqual([429, 429, 500, 200])
  mock.inject(faults.throttled(), { nth: 2 })
  mock.inject(faults.serverError(), { nth: 2 })
  expect(await statuses(mock, 4)).toEqual([200, 429, 500, 200])
})

test('a fault can be removed, and a reset removes all', async () => {
  const mock = createPartnerCenterMock()
  const injection = mock.inject(faults.serverError(), { every: 1 })
  expect(await statuses(mock, 1)).toEqual([500])
  injection.remove()
  expect(await statuses(mock, 1)).toEqual([200])
  mock.inject(faults.serverError(), { every: 1 })
  mock.reset()
  expect(await statuses(mock, 1)).toEqual([200])
})

test('a call that violates the contract is neither hit by a fault nor counted', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.serverError())
  expect(await statuses(mock, 1, {})).toEqual([400])
  expect(await statuses(mock, 1)).toEqual([500])
})

test.each<[object, string]>([
  [{ operation: 'createUpgrade' }, 'Unknown operation "createUpgrade". Use one of: createProductUpgrade,'],
  [
    { opertion: 'createProductUpgrade' },
    'Unknown injection option "opertion". Use one of: operation, customerId, nth,',
  ],
  [{ customerId: 'contoso' }, 'A customer\'s id must be a GUID, not "contoso".'],
  [{ times: 0 }, 'must be positive integers'],
  [{ nth: 1, every: 2 }, 'one of nth, every and probability'],
  [{ nth: 0 }, 'must be positive integers'],
  [{ every: 1.5 }, 'must be positive integers'],
  [{ probability: 2 }, 'from 0 to 1'],
])('invalid injection options are an error: %o', (aim: InjectionOptions, message) => {
  expect(() => createPartnerCenterMock().inject(faults.throttled(), aim)).toThrow(message)
})

test('a fault cannot target a customer the partner does not have', () => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId }] })
  expect(() => mock.inject(faults.throttled(), { customerId: otherCustomerId })).toThrow(
    `Unknown customer "${otherCustomerId}". Use one of: ${customerId}.`,
  )
  expect(() => mock.inject(faults.throttled(), { customerId: customerId.toUpperCase() })).not.toThrow()
})

test('a fault that is not in the catalogue is an error that lists the known ones', () => {
  const mock = createPartnerCenterMock()
  expect(() => mock.inject(faults.fault('nonsense'))).toThrow('Unknown fault "nonsense". Use one of: ')
})

test('a probability may be 0, for never, and 1, for always', async () => {
  const mock = createPartnerCenterMock()
  const never = mock.inject(faults.throttled(), { probability: 0 })
  expect(await statuses(mock, 20)).toEqual(Array(20).fill(200))
  never.remove()
  mock.inject(faults.throttled(), { probability: 1 })
  expect(await statuses(mock, 20)).toEqual(Array(20).fill(429))
})

test('a fault may target any of several customers', async () => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId }, { id: otherCustomerId }] })
  for (const id of [customerId, otherCustomerId.toUpperCase()]) mock.inject(faults.serverError(), { customerId: id })
  expect(await statuses(mock, 2)).toEqual([500, 200])
  expect(await statuses(mock, 1, { customerId: otherCustomerId, productFamily: 'Azure' })).toEqual([500])
})
