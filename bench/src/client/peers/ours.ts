import { createProductUpgradesClient, type ProductUpgradesClientOptions } from '@partner-upgrades/client'
import { validateResponses } from '@partner-upgrades/client/validation'
import type { Peer } from '../peer.ts'
import { application, body, locale, token } from '../request.ts'

/** Counts the events that hooks receive, so that they cannot be optimized away as unused. */
const told = { events: 0 }
const count = (): void => {
  told.events++
}

const settings: Omit<ProductUpgradesClientOptions, 'baseUrl'> = {
  credential: () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
  locale,
  application,
  onAudit: count,
  onRequest: count,
  onResponse: count,
  onRetry: count,
}

/** Our client with all default features and all its hooks in use. */
export const ours: Peer = {
  name: '**@partner-upgrades/client**',
  does:
    '`checkEligibility`: input check, credential function behind its cache, IDs, throttle gate, time-outs, retries, ' +
    'audit record and all hooks, over openapi-fetch',
  imports: '@partner-upgrades/client',
  connect: (baseUrl) => {
    const client = createProductUpgradesClient({ ...settings, baseUrl })
    return () => client.checkEligibility(body)
  },
}

/** The same with the opt-in validation. */
export const oursValidating: Peer = {
  name: '**@partner-upgrades/client**, validating',
  does: 'the same, and each response validated against the contract (`/validation`, opt-in)',
  connect: (baseUrl) => {
    const client = createProductUpgradesClient({ ...settings, baseUrl, validate: validateResponses('throw') })
    return () => client.checkEligibility(body)
  },
}
