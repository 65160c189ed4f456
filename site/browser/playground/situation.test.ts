import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { exampleValues } from '../../samples/request.ts'
import { startSimulation } from './simulation.ts'
import { fromHash, type Situation, type Step, toHash } from './situation.ts'
import { freshSituation } from './store.ts'

const send = (id: string): Step => {
  const operation = contract.operations[id]
  if (operation === undefined) throw new TypeError(id)
  return { do: 'send', operation: id, values: exampleValues(operation), token: 'a-token' }
}

test('a link restores the whole situation: the same responses, the same upgrades, the same time', async () => {
  const steps: readonly Step[] = [
    send('checkProductUpgradeEligibility'),
    send('createProductUpgrade'),
    { do: 'advance', by: '1h' },
    { do: 'inject', preset: 'throttled' },
    send('checkProductUpgradeEligibility'),
    send('checkProductUpgradeEligibility'),
  ]
  const before = await startSimulation({ ...freshSituation(), callsPerMinute: 5, steps }, () => {})
  const restored = fromHash(toHash(before.situation))
  expect(restored).toEqual(before.situation)
  const after = await startSimulation(restored ?? freshSituation(), () => {})
  expect(after.exchanges).toEqual(before.exchanges)
  expect(after.exchanges.map(({ outcome }) => outcome.kind === 'answered' && outcome.status)).toEqual([
    200, 202, 429, 200,
  ])
  expect(after.upgrades()).toEqual(before.upgrades())
  expect(after.now()).toBe(before.now())
})

test('texts of all languages survive a link', () => {
  const step: Step = {
    do: 'send',
    operation: 'x',
    values: { parameters: { name: 'Ærø – 東京' }, body: undefined },
    token: '',
  }
  const situation: Situation = { customers: [{ id: 'é' }], callsPerMinute: 0, steps: [step] }
  expect(fromHash(toHash(situation))).toEqual(JSON.parse(JSON.stringify(situation)))
})

test.each([
  '',
  '#samples',
  '#situation=',
  '#situation=%%%',
  `#situation=${btoa('{"customers":1}')}`,
  `#situation=${btoa('{"customers":[],"callsPerMinute":0,"steps":[{"do":"dance"}]}')}`,
])('%s is not a situation', (hash) => {
  expect(fromHash(hash)).toBeUndefined()
})
