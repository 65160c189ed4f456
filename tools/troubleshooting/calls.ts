import { createProductUpgradesClient, type ProductUpgradesClient } from '@partner-upgrades/client'
import { createMemoryStore, createPartnerCredential, saveRefreshToken } from '@partner-upgrades/credentials'
import { createClock, createPartnerCenterMock, faults, type InjectedFault } from '@partner-upgrades/mocks/core'
import { messageOf, type Symptoms } from './symptoms.ts'

const customer = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }
const partner = { tenantId: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10', clientId: '11111111-1111-4111-8111-111111111111' }

type Call = (client: ProductUpgradesClient) => unknown
const check: Call = (client) => client.checkEligibility(customer)

/** Calls a Partner Center that responds with nothing but a fault. */
const faulty = (fault: InjectedFault, call: Call = check) => {
  const { inject, fetch, clock } = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  inject(fault, { every: 1 })
  return messageOf(() => call(createProductUpgradesClient({ credential: 'a-token', fetch, clock })))
}

/** Calls with a credential from JavaScript, which no compiler has checked. */
const withCredential = (credential: unknown) => {
  const { fetch } = createPartnerCenterMock()
  return messageOf(() => check(createProductUpgradesClient(Object({ credential, fetch }))))
}

/** Calls with a connection that fails, as reported by Node. */
const withoutConnection = (code: string) => {
  const fetch = async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
  }
  const clock = createClock({ auto: true })
  return messageOf(() => check(createProductUpgradesClient({ credential: 'a-token', fetch, clock })))
}

/** Requests a token that Entra refuses. */
const refused = (answer: object) => {
  const fetch = async () => Response.json(answer, { status: 400 })
  const store = createMemoryStore()
  const credential = createPartnerCredential({ ...partner, clientSecret: 'a-secret', store, fetch })
  return messageOf(async () => {
    await saveRefreshToken({ ...partner, store }, 'a-refresh-token')
    await credential.getToken('https://api.partnercenter.microsoft.com/user_impersonation')
  })
}

/** The messages with which calls of the client fail. */
export const calls: Symptoms = {
  '… failed with 401 400: Access denied': () => faulty(faults.tokenExpired()),
  '… failed with 401 900421: Multifactor authentication is required': () => faulty(faults.mfaRequired()),
  '… failed with 401 900420: The audience … in the token is invalid and is no longer supported in Partner Center API.':
    () => faulty(faults.wrongTokenAudience()),
  '… failed with 403 900329: This resource does not support application-only authentication.': () =>
    faulty(faults.appOnlyToken()),
  '… failed with 403 20002: The partner ID … has no commerce relationship with the customer ID ….': () =>
    faulty(faults.fault('20002')),
  "… failed with 409 900109: This upgrade isn't allowed as original upgrade … is in progress": () =>
    faulty(faults.fault('900109'), (client) => client.create(customer)),
  '… failed with 429: Rate limit is exceeded. Try again in … seconds.': () => faulty(faults.throttled()),
  'It is not known whether the upgrade was created. Call ensure with this requestId: …': () =>
    faulty(faults.unavailable(), (client) => client.create(customer)),
  'The deadline passed; the upgrade is still running': () =>
    messageOf(async () => {
      const { fetch, clock } = createPartnerCenterMock({ clock: createClock({ auto: true }) })
      const client = createProductUpgradesClient({ credential: 'a-token', fetch, clock })
      await client.waitForCompletion(await client.create(customer), { timeout: 60_000 })
    }),
  'The credential is empty: set it to a token, a function that returns one, or a TokenCredential': () =>
    withCredential(''),
  'The credential starts with "Bearer", which the client adds: give the token alone': () =>
    withCredential('Bearer a-token'),
  'The credential returned no expiresOnTimestamp in milliseconds since 1970': () =>
    withCredential(() => ({ token: 'a-token', expiresAt: 3_600 })),
  'No connection: ECONNREFUSED': () => withoutConnection('ECONNREFUSED'),
  'No connection: ENOTFOUND': () => withoutConnection('ENOTFOUND'),
  'No connection: SELF_SIGNED_CERT_IN_CHAIN': () => withoutConnection('SELF_SIGNED_CERT_IN_CHAIN'),
  'retry must be left out: there is no such option': () =>
    messageOf(() => createProductUpgradesClient(Object({ credential: 'a-token', retry: 1 }))),
  'The store holds no refresh token for the partner … (…): the partner must sign in and consent first': () =>
    messageOf(() =>
      createPartnerCredential({ ...partner, clientSecret: 'a-secret', store: createMemoryStore() }).getToken(
        'https://api.partnercenter.microsoft.com/user_impersonation',
      ),
    ),
  'The partner … cannot sign in: … (invalid_grant · AADSTS50173 · …)': () =>
    refused({ error: 'invalid_grant', error_description: 'AADSTS50173: The provided grant has expired.' }),
  'The partner … cannot sign in: … (invalid_client · AADSTS7000222 · …)': () =>
    refused({
      error: 'invalid_client',
      error_description: 'AADSTS7000222: The provided client secret keys are expired.',
    }),
}
