import assert from 'node:assert/strict'
import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { upgradeWhenEligible } from './upgrade-when-eligible.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

Deno.test('a customer is upgraded once', async () => {
  const partnerCenter = createPartnerCenterMock()
  const server = await startMockServer(partnerCenter)
  const upgrades = createProductUpgradesClient({ credential: 'any-token', baseUrl: server.url })

  const upgrade = await upgradeWhenEligible(upgrades, customerId)
  assert.ok(upgrade)
  partnerCenter.clock.advance('1h')
  assert.equal((await upgrades.getStatus(upgrade)).status, 'Completed')
  assert.equal(await upgradeWhenEligible(upgrades, customerId), undefined)

  partnerCenter.assertContract()
  await server.close()
})
