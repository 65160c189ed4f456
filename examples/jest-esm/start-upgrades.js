import { createProductUpgradesClient, isPartnerCenterError } from '@partner-upgrades/client'

const upgrades = createProductUpgradesClient({ credential: () => getToken() })

// Where your program gets its App+User token.
async function getToken() {
  return { token: 'any-token', expiresOnTimestamp: Date.now() + 3_600_000 }
}

/** Starts the upgrade of each customer, and tells which have one now and what stands in the way of the others. */
export async function startUpgrades(customerIds) {
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
