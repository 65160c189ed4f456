import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createCustomersClient } from '@partner-upgrades/client/customers'

// A build has no token: one is needed only once a page or route is requested.
export const upgrades = createProductUpgradesClient({
  baseUrl: process.env.PARTNER_CENTER_BASE_URL,
  credential: process.env.PARTNER_CENTER_TOKEN ?? '',
})

export const customers = createCustomersClient(upgrades)
