// A program that uses the entries of the mocks that do without msw.
import { createClock, createPartnerCenterMock, faults, type PartnerCenterMock } from '@partner-upgrades/mocks/core'
import { usePartnerCenter as useInJest } from '@partner-upgrades/mocks/jest'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { usePartnerCenter } from '@partner-upgrades/mocks/testing'
import { usePartnerCenter as useInVitest } from '@partner-upgrades/mocks/vitest'

const clock = createClock({ auto: true })
const partnerCenter: PartnerCenterMock = createPartnerCenterMock({
  clock,
  customers: [{ id: '4c721420-72ad-4708-a0a7-371a2f7b0969', condition: 'suspendedSubscriptions' }],
  durations: { pending: '30s' },
})
partnerCenter.inject(faults.throttled({ retryAfter: 57 }), { operation: 'createProductUpgrade', nth: 2 })
partnerCenter.override({
  getProductUpgradeStatus: ({ body }) => ({ status: 404, body: { code: '900106', description: body.customerId } }),
})
clock.advance('1h')
const answer: Response = await partnerCenter.fetch('https://api.partnercenter.microsoft.com/v1/productUpgrades')
partnerCenter.requests.map(({ operation, status }) => [operation, status, answer.status])

const { url, close } = await startMockServer(partnerCenter)
await close()
useInJest().allowViolations(/productFamily/)
useInVitest({ mock: () => partnerCenter, passthrough: ({ url: asked }) => asked.startsWith(url) })
const hooks = { beforeAll() {}, afterAll() {}, beforeEach() {}, afterEach() {} }
usePartnerCenter(hooks).isolated(async () => partnerCenter.snapshot())

// @ts-expect-error the ID of a customer is a string
createPartnerCenterMock({ customers: [{ id: 1 }] })
// @ts-expect-error there is no such preset
faults.meteorite()
// @ts-expect-error a duration is a number with a unit
clock.advance('one hour')
