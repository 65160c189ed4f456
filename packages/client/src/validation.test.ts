import { expect, test } from 'vitest'
import { completed, request, script, upgrade } from '../test/service.ts'
import { createProductUpgradesClient } from './index.ts'
import { type ValidationMode, validateResponses } from './validation.ts'

const wrong = { ...request, isEligible: 'perhaps-secret' }

function setUp(mode: ValidationMode, ...bodies: readonly unknown[]) {
  const warnings: string[] = []
  const { fetch } = script(...bodies.map((body) => Response.json(body)))
  const validate = validateResponses(mode, (message) => warnings.push(message))
  return { warnings, upgrades: createProductUpgradesClient({ credential: 'token', fetch, validate }) }
}

test('a response that matches the contract passes, even with unknown fields', async () => {
  const { upgrades, warnings } = setUp(
    'throw',
    { ...request, isEligible: true, news: 1 },
    { ...completed, status: 'New' },
  )
  await upgrades.checkEligibility(request)
  await upgrades.getStatus(upgrade)
  expect(warnings).toEqual([])
})

test('throw rejects a response that does not match', async () => {
  const { upgrades } = setUp('throw', wrong)
  await expect(upgrades.checkEligibility(request)).rejects.toMatchObject({
    name: 'ContractViolationError',
    message: expect.stringMatching(/checkProductUpgradeEligibility does not match the contract: \/isEligible/),
  })
})

test('warn returns it unchanged, and the warning does not quote it', async () => {
  const { upgrades, warnings } = setUp('warn', wrong)
  expect(await upgrades.checkEligibility(request)).toEqual(wrong)
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).not.toContain('secret')
})

test('off checks nothing', async () => {
  const { upgrades, warnings } = setUp('off', wrong)
  expect(await upgrades.checkEligibility(request)).toEqual(wrong)
  expect(warnings).toEqual([])
})
