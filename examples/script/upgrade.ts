import { createProductUpgradesClient, isPartnerCenterError } from '@partner-upgrades/client'

const [customerId] = process.argv.slice(2)
const { PARTNER_CENTER_TOKEN: credential, PARTNER_CENTER_BASE_URL: baseUrl } = process.env
if (!customerId || !credential) {
  console.error('Usage: PARTNER_CENTER_TOKEN=… npm start -- CUSTOMER_ID')
  process.exit(2)
}

const upgrades = createProductUpgradesClient({ credential, ...(baseUrl && { baseUrl }) })
try {
  // Returns the existing upgrade, or creates one: whatever happens, the script can be started again.
  const upgrade = await upgrades.ensure({ customerId, productFamily: 'Azure' })
  console.log(`upgrade ${upgrade.upgradeId}`)
  const { status } = await upgrades.waitForCompletion(upgrade, { onProgress: ({ status }) => console.log(status) })
  console.log(`The customer is on an Azure plan: ${status}.`)
} catch (error) {
  if (!isPartnerCenterError(error)) throw error
  console.error(error.message)
  process.exit(1)
}
