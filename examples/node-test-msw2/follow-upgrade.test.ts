import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks'
import { setupServer } from 'msw/node'
import { followUpgrade } from './follow-upgrade.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

// The clock advances whenever the client sleeps: minutes of polling pass in milliseconds.
const clock = createClock({ auto: true })
const partnerCenter = createPartnerCenterMock({ clock })
const server = setupServer(...partnerCenter.handlers)
const upgrades = createProductUpgradesClient({ credential: 'any-token', clock })

before(() => server.listen({ onUnhandledRequest: 'error' }))
after(() => server.close())
afterEach(() => {
  partnerCenter.assertContract()
  partnerCenter.reset()
})

test('an upgrade is followed to its end', async () => {
  assert.deepEqual(await followUpgrade(upgrades, customerId), ['Pending', 'InProgress', 'Completed'])
  assert.ok(clock.now() > 0)
})

test('a customer is upgraded once, however often the upgrade is requested', async () => {
  await followUpgrade(upgrades, customerId)
  assert.deepEqual(await followUpgrade(upgrades, customerId), ['Completed'])
  const creates = partnerCenter.requests.filter(({ operation }) => operation === 'createProductUpgrade')
  assert.equal(creates.length, 1)
})
