import { createProductUpgradesClient, isFault } from '@partner-upgrades/client'

const upgrades = createProductUpgradesClient({ credential: getToken, retries: 0 })

/** Replace this with your program's way to get an App+User token. */
async function getToken() {
  return { token: 'any-token', expiresOnTimestamp: Date.now() + 3_600_000 }
}

/** Looks up a customer by domain in the directory, starts the upgrade, and returns the result as text. */
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
        return `in progress as ${error.upgradeId}`
      case '900105':
        return 'has suspended subscriptions'
      default:
        throw error
    }
  }
}
