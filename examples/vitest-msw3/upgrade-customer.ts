import { createProductUpgradesClient, isFault } from '@partner-upgrades/client'

const upgrades = createProductUpgradesClient({ credential: getToken, retries: 0 })

/** Where your program gets its App+User token. */
async function getToken() {
  return { token: 'any-token', expiresOnTimestamp: Date.now() + 3_600_000 }
}

/** Starts the upgrade of a customer that the directory knows by its domain, and says what became of it. */
export async function upgradeCustomer(domain: string): Promise<string> {
  const answer = await fetch(`https://directory.contoso.example/customers/${domain}`)
  const { customerId } = await answer.json()
  try {
    const { upgradeId } = await upgrades.create({ customerId, productFamily: 'Azure' })
    return `started as ${upgradeId}`
  } catch (error) {
    if (!isFault(error, 'createProductUpgrade')) throw error
    switch (error.code) {
      case '900109':
        return `goes on as ${error.upgradeId}`
      case '900105':
        return 'has suspended subscriptions'
      default:
        throw error
    }
  }
}
