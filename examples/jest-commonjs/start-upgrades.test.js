const { createPartnerCenterMock } = require('@partner-upgrades/mocks/core')
const { usePartnerCenter } = require('@partner-upgrades/mocks/jest')
const { startUpgrades } = require('./start-upgrades.js')

const willing = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const suspended = '58e2af4f-0ad3-4688-8744-be2357cd939a'
const customers = [{ id: willing }, { id: suspended, condition: 'suspendedSubscriptions' }]

// Each test gets its own Partner Center, which handles the global fetch.
const partnerCenter = usePartnerCenter({ mock: () => createPartnerCenterMock({ customers }) })

test('eligible customers are upgraded, and the others are returned with the reason', async () => {
  const { started, refused } = await startUpgrades([willing, suspended])
  expect(started).toMatchObject([{ customerId: willing }])
  expect(refused).toEqual([{ customerId: suspended, code: '900105' }])
})

test('a second run starts no upgrade', async () => {
  const first = await startUpgrades([willing])
  const second = await startUpgrades([willing])
  expect(second.started[0].upgradeId).toBe(first.started[0].upgradeId)
  expect(partnerCenter.requests.filter(({ status }) => status === 202)).toHaveLength(1)
})

test.concurrent(
  'tests that run at the same time do not see each other',
  partnerCenter.isolated(async () => {
    await startUpgrades([willing])
    expect(partnerCenter.requests.filter(({ status }) => status === 202)).toHaveLength(1)
  }),
)
