const assert = require('node:assert/strict')
const { test } = require('node:test')
const { createPartnerCenterMock } = require('@partner-upgrades/mocks/core')
const { eligibleCustomers } = require('./eligible-customers.js')

const fresh = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const upgraded = '58e2af4f-0ad3-4688-8744-be2357cd939a'

test('customers who are already upgraded are omitted', async () => {
  const partnerCenter = createPartnerCenterMock({ upgrades: [{ customerId: upgraded, status: 'Completed' }] })
  const { fetch } = partnerCenter
  assert.deepEqual(await eligibleCustomers([fresh, upgraded], { credential: 'any-token', fetch }), [fresh])
  partnerCenter.assertContract()
})
