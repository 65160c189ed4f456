// Sends one request to a server, and prints the outcome and the peak memory in megabytes as one line of JSON.
import {
  checkCredential,
  createMemoryStore,
  createPartnerCredential,
  credentialErrorOf,
  startDeviceLogin,
  storeKey,
} from '../src/index.ts'

const [question = '', url = ''] = process.argv.slice(2)
const id = '11111111-1111-4111-8111-111111111111'
const partner = { tenantId: id, clientId: id }
const store = createMemoryStore({ [storeKey(partner)]: 'a-refresh-token' })
const common = { ...partner, authority: url, store, clock: { now: () => Date.now(), sleep: async () => {} } }

const ask: Readonly<Record<string, () => Promise<unknown>>> = {
  check: () => checkCredential('a-token', { baseUrl: url }),
  token: () => createPartnerCredential({ ...common, clientSecret: 'a-secret' }).getToken(scope),
  login: () => startDeviceLogin({ ...common, onCode() {} }),
}
const scope = 'https://api.partnercenter.microsoft.com/user_impersonation'

const outcome = await ask[question]?.().catch((error: unknown) => credentialErrorOf(error) ?? String(error))
console.log(JSON.stringify({ outcome, megabytes: Math.round(process.resourceUsage().maxRSS / 1_024) }))
