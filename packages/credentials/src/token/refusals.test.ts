import { expect, test } from 'vitest'
import { createFastClock } from '../../test/clock.ts'
import { certificateClient, deviceClient, scope } from '../../test/oidc-server.ts'
import { printed } from '../../test/printed.ts'
import { useSignIn } from '../../test/sign-in.ts'
import {
  type CredentialError,
  createMemoryStore,
  createPartnerCredential,
  credentialErrorOf,
  isConsentRequired,
  isCredentialError,
  type PartnerCredentialOptions,
  storeKey,
} from '../index.ts'

const signIn = useSignIn()

async function failureOf(options: Omit<PartnerCredentialOptions, 'store'>, refreshToken: string) {
  const store = createMemoryStore({ [storeKey(options)]: refreshToken })
  const credential = createPartnerCredential({ ...options, store, clock: createFastClock() })
  const error: unknown = await credential.getToken(scope).catch((thrown: unknown) => thrown)
  if (!isCredentialError(error)) throw error
  return { error, store, credential }
}

/** A `fetch` whose errors quote the request body. */
async function tellTale(url: string, init: RequestInit): Promise<Response> {
  if (init.method === 'POST') throw new Error(`sent ${init.body}`)
  return globalThis.fetch(url, init)
}

test('a revoked refresh token requires the consent of the partner', async () => {
  const { partner, server } = signIn
  server.exchanges.length = 0
  const { error } = await failureOf(partner, 'a-refresh-token-of-nobody')
  // A retry would not help.
  expect(server.exchanges).toEqual(['refresh_token invalid_grant'])
  expect(error).toMatchObject({
    name: 'CredentialError',
    reason: 'consent',
    tenantId: partner.tenantId,
    oauthError: 'invalid_grant',
  })
  expect(error.message).toMatch(/^The partner .* must sign in and consent again \(invalid_grant · /)
})

test('a partner without a refresh token has to sign in first', async () => {
  const { partner, key } = signIn
  const credential = createPartnerCredential({ ...partner, store: createMemoryStore() })
  await expect(credential.getToken(scope)).rejects.toMatchObject({
    reason: 'consent',
    tenantId: partner.tenantId,
    message: `The store holds no refresh token for the partner ${partner.tenantId} (${key}): the partner must sign in and consent first`,
  })
})

test('a wrong secret is the fault of the application, not of the partner', async () => {
  const { partner, server } = signIn
  const { error, store } = await failureOf({ ...partner, clientSecret: 'not-the-secret' }, await server.consent())
  expect(error).toMatchObject({ reason: 'client', oauthError: 'invalid_client' })
  // The refresh token in the store is still usable.
  await createPartnerCredential({ ...partner, store }).getToken(scope)
})

test('a missing secret is reported before anything is sent', async () => {
  const { partner, server } = signIn
  const { clientSecret: _, ...rest } = partner
  server.exchanges.length = 0
  const { error } = await failureOf(rest, 'a-refresh-token')
  expect(error).toMatchObject({
    reason: 'options',
    message: expect.stringMatching(/^clientSecret or certificate is required: /),
  })
  expect(server.exchanges).toEqual([])
})

test('an invalid value in a store is reported with its key', async () => {
  const { partner, key } = signIn
  for (const value of [
    '',
    'two words',
    '{"refreshToken":',
    '{"refreshToken":1}',
    '{"refreshToken":"two words"}',
    '{"refreshToken":"a","isPublic":"yes"}',
    '{"refreshToken":"a","busyUntil":"soon"}',
    '{"refreshToken":"a","access":null}',
    '{"refreshToken":"a","access":{"token":1,"expiresOnTimestamp":1,"renewAt":1}}',
    '{"refreshToken":"a","access":{"token":"b","expiresOnTimestamp":"1","renewAt":1}}',
    '{"refreshToken":"a","access":{"token":"b","expiresOnTimestamp":1}}',
    '{}',
  ]) {
    const { error } = await failureOf(partner, value)
    expect(error).toMatchObject({ reason: 'store', message: expect.stringContaining(key) })
    if (value) expect(error.message).not.toContain(value)
  }
})

test('a stored refresh token may end with a line break, as left by an editor or a shell', async () => {
  const { partner, server, key } = signIn
  const store = createMemoryStore({ [key]: `${await server.consent()}\n` })
  await expect(createPartnerCredential({ ...partner, store }).getToken(scope)).resolves.toHaveProperty('token')
})

test('secrets appear in no printed form of any object', async () => {
  const { partner, server, key } = signIn
  const good = await server.consent()
  const secrets = [good, 'a-refresh-token-of-nobody', 'not-the-secret', partner.clientSecret]
  const failures = [
    await failureOf(partner, 'a-refresh-token-of-nobody'),
    await failureOf({ ...partner, clientSecret: 'not-the-secret' }, good),
    await failureOf({ ...partner, clientId: certificateClient }, good),
    await failureOf({ ...partner, clientId: deviceClient }, good),
    await failureOf({ ...partner, authority: `${partner.authority}/nowhere` }, good),
    await failureOf({ ...partner, fetch: tellTale }, good),
  ]
  const store = createMemoryStore({ [key]: good })
  const credential = createPartnerCredential({ ...partner, store })
  const { token } = await credential.getToken(scope)
  for (const thing of [
    ...failures.flatMap(({ error, store, credential }) => [error, store, credential]),
    store,
    credential,
  ]) {
    for (const secret of [...secrets, token]) expect(printed(thing)).not.toContain(secret)
  }
})

test('credentialErrorOf finds the error among the causes of another', async () => {
  const { error } = await failureOf(signIn.partner, 'a-refresh-token-of-nobody')
  const wrapped = new Error('The credential failed', { cause: new Error('again', { cause: error }) })
  expect(credentialErrorOf(wrapped)).toBe(error)
  expect(isConsentRequired(wrapped)).toBe(true)
  expect(isConsentRequired(new Error('another'))).toBe(false)
  for (const nothing of [undefined, null, 'text', {}]) expect(credentialErrorOf(nothing)).toBeUndefined()
})

test('an error survives JSON', async () => {
  const { error } = await failureOf(signIn.partner, 'a-refresh-token-of-nobody')
  const plain: Partial<CredentialError> = JSON.parse(JSON.stringify(error))
  expect(plain).toMatchObject({
    name: 'CredentialError',
    reason: 'consent',
    oauthError: 'invalid_grant',
    message: error.message,
  })
})
