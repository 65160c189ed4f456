import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'bun:test'
import { createProductUpgradesClient } from '@partner-upgrades/client'
import { usePartnerCenter } from '@partner-upgrades/mocks/testing'
import { upgradeWhenEligible } from './upgrade-when-eligible.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
// Each test gets its own Partner Center, which handles the global fetch.
const partnerCenter = usePartnerCenter({ beforeAll, afterAll, beforeEach, afterEach })
const upgrades = createProductUpgradesClient({ credential: 'any-token' })

test('an eligible customer is upgraded', async () => {
  const upgrade = await upgradeWhenEligible(upgrades, customerId)
  if (upgrade === undefined) throw new Error('There is no upgrade.')
  partnerCenter.clock.advance('1h')
  const { status } = await upgrades.getStatus(upgrade)
  expect(status).toBe('Completed')
})

test('a customer that has an upgrade does not get another', async () => {
  await upgradeWhenEligible(upgrades, customerId)
  expect(await upgradeWhenEligible(upgrades, customerId)).toBeUndefined()
})
