const { createProductUpgradesClient, isPartnerCenterError } = require('@partner-upgrades/client')

const upgrades = createProductUpgradesClient({ credential: () => getToken() })

// Replace this with your program's way to get an App+User token.
async function getToken() {
  return { token: 'any-token', expiresOnTimestamp: Date.now() + 3_600_000 }
}

/** Starts the upgrade of each customer. Returns the upgrades, and the fault codes of the customers who were refused. */
async function startUpgrades(customerIds) {
  const started = []
  const refused = []
  for (const customerId of customerIds) {
    try {
      started.push(await upgrades.ensure({ customerId, productFamily: 'Azure' }))
    } catch (error) {
      if (!isPartnerCenterError(error)) throw error
      refused.push({ customerId, code: error.serviceCode })
    }
  }
  return { started, refused }
}

module.exports = { startUpgrades }
