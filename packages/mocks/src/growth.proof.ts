import type { Contract } from '@partner-upgrades/spec'
import { expect, test } from 'vitest'
import { textMessage } from '../test/messages.ts'
import { customerId, upgradeId } from '../test/partner-center.ts'
import { smallContract } from '../test/small-contract.ts'
import { smallMock } from '../test/small-mock.ts'
import { type ContractMock, createPartnerCenterMock } from './core.ts'

/** Measures the median time of one call to each of two mocks, in turns, in microseconds of CPU time. */
async function compare(calls: readonly [() => Promise<unknown>, () => Promise<unknown>]): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < 21; round += 1) {
    for (const which of [0, 1] as const) {
      const start = process.cpuUsage()
      for (let count = 0; count < 1_000; count += 1) await calls[which]()
      const { user, system } = process.cpuUsage(start)
      // The first rounds are warm-up for the compiler.
      if (round >= 6) times[which].push((user + system) / 1_000)
    }
  }
  return [median(times[0]), median(times[1])]
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function mockWith(upgrades: number): ContractMock {
  const guid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
  const others = Array.from({ length: upgrades - 1 }, (_, index) => ({ id: guid(index), customerId: guid(index) }))
  return createPartnerCenterMock({ upgrades: [...others, { id: upgradeId, customerId }], journalLimit: 100 })
}

test('a request among 100,000 upgrades is at least 0.8 times as fast as among 100', async () => {
  const ask = (mock: ContractMock) => () =>
    mock.respond(
      textMessage({
        target: `/v1/productUpgrades/${upgradeId}/status`,
        headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
        body: JSON.stringify({ customerId, productFamily: 'Azure' }),
      }),
    )
  const [few, many] = await compare([ask(mockWith(100)), ask(mockWith(100_000))])
  console.log(`among 100: ${few.toFixed(1)} µs, among 100,000: ${many.toFixed(1)} µs`)
  expect(few / many).toBeGreaterThanOrEqual(0.8)
})

test('a request against 1,200 operations takes at most 1.5 times as long as against three', async () => {
  const [template] = Object.values(smallContract.operations).filter(({ id }) => id === 'readThing')
  if (template === undefined) throw new TypeError('The small contract reads things.')
  const more = Array.from({ length: 1_200 }, (_, index) => {
    const path = `/area${index % 40}/{a}/things${index}/{thing-id}`
    return [`read${index}`, { ...template, id: `read${index}`, path }] as const
  })
  const large: Contract = { ...smallContract, operations: { ...smallContract.operations, ...Object.fromEntries(more) } }
  const ask = (mock: ContractMock) => {
    let count = 0
    // Another path each time, because the router caches the last one.
    return () => {
      count += 1
      return mock.respond(textMessage({ method: 'GET', target: `/things/${count}` }))
    }
  }
  const [small, big] = await compare([ask(smallMock()), ask(smallMock({ contract: large }))])
  console.log(`against 3: ${small.toFixed(1)} µs, against 1,200: ${big.toFixed(1)} µs`)
  expect(big / small).toBeLessThanOrEqual(1.5)
})
