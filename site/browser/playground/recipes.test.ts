import { contract } from '@partner-upgrades/spec/contract'
import { describe, expect, test } from 'vitest'
import { faultCode, outcomeText } from './exchange.ts'
import { presetNames } from './presets.ts'
import { recipeFor } from './recipes.ts'
import { startSimulation } from './simulation.ts'
import { freshSituation } from './store.ts'

const statusRequest = recipeFor('900106').situation.steps[0]

describe('the recipe of each fault ends with that fault', () => {
  test.each(Object.keys(contract.faults))('%s', async (code) => {
    const { exchanges } = await startSimulation(recipeFor(code).situation, () => {})
    const last = exchanges.at(-1)
    expect(last && faultCode(last.outcome)).toBe(code)
  })
})

describe('an injected fault changes the response to the next call', () => {
  test.each(presetNames)('%s', async (preset) => {
    if (statusRequest?.do !== 'send') throw new TypeError('The recipe sends something.')
    const plain = await startSimulation({ ...freshSituation(), steps: [statusRequest] }, () => {})
    const inject = { do: 'inject', preset, ...(preset === 'fault' && { code: '900105' }) } as const
    const hit = await startSimulation({ ...freshSituation(), steps: [inject, statusRequest] }, () => {})
    const [usual, changed] = [plain, hit].map(({ exchanges }) => exchanges[0])
    const [before, after] = [usual, changed].map((exchange) => exchange && outcomeText(exchange.outcome))
    // A response without a Location cannot lose it.
    if (preset === 'missingLocation') expect(after).toBe(before)
    else expect(after).not.toBe(before)
  })
})
