import { generateKeyPairSync } from 'node:crypto'
import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { createFastClock } from '../../test/clock.ts'
import { certificateClient, scope } from '../../test/oidc-server.ts'
import { useSignIn } from '../../test/sign-in.ts'
import { createMemoryStore, createPartnerCredential, storeKey } from '../index.ts'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signIn = useSignIn({
  keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kty: 'RSA', alg: 'PS256', use: 'sig' }],
})

/** A partner that has just consented. */
async function consented() {
  const { server, partner, key } = signIn
  const first = await server.consent()
  const store = createMemoryStore({ [key]: first })
  const clock = createFastClock()
  server.exchanges.length = 0
  return {
    ...signIn,
    server,
    partner,
    first,
    store,
    clock,
    credential: createPartnerCredential({ ...partner, store, clock }),
  }
}

test('a refresh token in the store gives an access token for Partner Center', async () => {
  const { credential, clock } = await consented()
  const { token, expiresOnTimestamp } = await credential.getToken(scope)
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  expect(claims).toMatchObject({ aud: 'https://api.partnercenter.microsoft.com', scp: scope })
  expect((expiresOnTimestamp - clock.now()) / 1_000).toBeCloseTo(3_600, -1)
})

test('an access token is cached until five minutes before it expires', async () => {
  const { credential, clock, server } = await consented()
  const { token } = await credential.getToken(scope)
  clock.advance(54 * 60_000)
  expect((await credential.getToken(scope)).token).toBe(token)
  clock.advance(2 * 60_000)
  expect((await credential.getToken(scope)).token).not.toBe(token)
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token 200'])
})

test('an access token with a lifetime below ten minutes is used for half of its lifetime', async () => {
  const { partner, store, clock, server } = await consented()
  const fetch = async (url: string, init: RequestInit) => {
    const answer = await globalThis.fetch(url, init)
    return init.method === 'POST' ? Response.json({ ...Object(await answer.json()), expires_in: 240 }) : answer
  }
  const credential = createPartnerCredential({ ...partner, store, clock, fetch })
  const { token } = await credential.getToken(scope)
  clock.advance(110_000)
  expect((await credential.getToken(scope)).token).toBe(token)
  clock.advance(20_000)
  expect((await credential.getToken(scope)).token).not.toBe(token)
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token 200'])
})

test('a cached token is returned without reading the store, until its renewal is due', async () => {
  const { partner, store, clock, key, server } = await consented()
  const renewAt = clock.now() + 5_000
  const access = { token: 'the-kept', expiresOnTimestamp: renewAt + 300_000, renewAt }
  const entry = await store.get(key)
  await store.compareAndSet(key, entry?.version, JSON.stringify({ refreshToken: entry?.value, access }))
  let looks = 0
  const counting = {
    ...store,
    get(name: string) {
      looks++
      return store.get(name)
    },
  }
  const credential = createPartnerCredential({ ...partner, store: counting, clock })
  const kept = { token: access.token, expiresOnTimestamp: access.expiresOnTimestamp }
  // A credential that has returned no token yet cannot have had one rejected.
  expect(await credential.getToken(scope, { forceRefresh: true })).toEqual(kept)
  clock.advance(4_999)
  expect(await credential.getToken(scope)).toEqual(kept)
  expect(looks).toBe(1)
  expect(server.exchanges).toEqual([])
  clock.advance(1)
  expect((await credential.getToken(scope)).token).not.toBe(access.token)
  expect(server.exchanges).toEqual(['refresh_token 200'])
})

test('concurrent callers share one exchange', async () => {
  const { credential, server } = await consented()
  const tokens = await Promise.all(Array.from({ length: 50 }, () => credential.getToken(scope)))
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(1)
  expect(server.exchanges).toEqual(['refresh_token 200'])
})

test('another credential on the same store uses its access token', async () => {
  const { credential, server, partner, store } = await consented()
  const { token } = await credential.getToken(scope)
  const other = createPartnerCredential({ ...partner, store })
  expect((await other.getToken(scope)).token).toBe(token)
  expect(server.exchanges).toEqual(['refresh_token 200'])
})

test('partners, applications and clouds do not share tokens', async () => {
  const { partner, store, server } = await consented()
  const others = [
    { tenantId: '4c721420-72ad-4708-a0a7-371a2f7b0969' },
    { clientId: '4c721420-72ad-4708-a0a7-371a2f7b0969' },
    { cloud: 'usGov' as const },
  ]
  for (const other of others) {
    const credential = createPartnerCredential({ ...partner, ...other, store })
    await expect(credential.getToken(scope)).rejects.toMatchObject({ reason: 'consent' })
  }
  expect(server.exchanges).toEqual([])
})

test('a new refresh token is stored', async () => {
  const { credential, store, key, first } = await consented()
  await credential.getToken(scope)
  const { refreshToken } = JSON.parse((await store.get(key))?.value ?? '')
  expect(refreshToken).toEqual(expect.any(String))
  expect(refreshToken).not.toBe(first)
})

test('a rejected token is replaced, once for all callers', async () => {
  const { credential, server } = await consented()
  const { token } = await credential.getToken(scope)
  const again = await Promise.all([1, 2, 3].map(() => credential.getToken(scope, { forceRefresh: true })))
  expect(new Set(again.map((each) => each.token)).size).toBe(1)
  expect(again[0]?.token).not.toBe(token)
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token 200'])
})

test('a rejected token that another process has already replaced is not replaced again', async () => {
  const { credential, server, partner, store } = await consented()
  const other = createPartnerCredential({ ...partner, store })
  await credential.getToken(scope)
  await other.getToken(scope)
  const { token } = await other.getToken(scope, { forceRefresh: true })
  expect((await credential.getToken(scope, { forceRefresh: true })).token).toBe(token)
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token 200'])
})

test('required claims are passed on, and bypass the cache', async () => {
  const { store, partner } = await consented()
  const bodies: string[] = []
  const fetch = (url: string, init: RequestInit) => {
    bodies.push(String(init.body))
    return globalThis.fetch(url, init)
  }
  const credential = createPartnerCredential({ ...partner, store, fetch })
  const { token } = await credential.getToken(scope)
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}'
  expect((await credential.getToken(scope, { claims })).token).not.toBe(token)
  expect(new URLSearchParams(bodies.at(-1)).get('claims')).toContain('"1700000000"')
})

test('callers that require claims share an exchange, and do not get a token requested without them', async () => {
  const { partner, store, server } = await consented()
  // Uses the running clock: a jump forward would exceed the exchange's time limit.
  const credential = createPartnerCredential({ ...partner, store })
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}'
  const [plain, first] = [credential.getToken(scope), credential.getToken(scope, { claims })]
  const { token } = await plain
  // The first caller with claims is still waiting for its own exchange.
  const tokens = await Promise.all([first, credential.getToken(scope, { claims })])
  expect(tokens[0]?.token).not.toBe(token)
  expect(tokens[1]?.token).toBe(tokens[0]?.token)
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token 200'])
})

test('it also works as a credential function of the client', async () => {
  const { credential } = await consented()
  const { signal } = new AbortController()
  const { token } = await credential({ scopes: [scope], forceRefresh: false, signal })
  expect((await credential({ scopes: [scope], forceRefresh: true, signal })).token).not.toBe(token)
})

test('no listener remains on a long-lived signal', async () => {
  const { credential, partner } = await consented()
  const { signal } = new AbortController()
  await credential.getToken(scope, { abortSignal: signal })
  expect(getEventListeners(signal, 'abort')).toEqual([])
  const unknown = createPartnerCredential({ ...partner, store: createMemoryStore() })
  await expect(unknown.getToken(scope, { abortSignal: signal })).rejects.toThrow()
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('aborting a wait does not lose the new refresh token', async () => {
  const { credential, server } = await consented()
  const controller = new AbortController()
  const waiting = credential.getToken(scope, { abortSignal: controller.signal })
  controller.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  await credential.getToken(scope)
  await credential.getToken(scope, { forceRefresh: true })
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token 200'])
})

test('a certificate works instead of a secret', async () => {
  const { server, partner } = await consented()
  const { clientSecret: _, ...rest } = { ...partner, clientId: certificateClient }
  const store = createMemoryStore({ [storeKey(rest)]: await server.consent(certificateClient) })
  const certificate = {
    // In the form that openssl prints.
    thumbprintSha256: Array.from({ length: 32 }, () => 'AB').join(':'),
    privateKey: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  }
  await createPartnerCredential({ ...rest, certificate, store }).getToken(scope)
  expect(server.exchanges).toEqual(['refresh_token 200'])
})

test('a request for an audience other than that of the cloud is rejected', async () => {
  const { credential, server } = await consented()
  const graph = 'https://graph.microsoft.com/.default'
  await expect(credential.getToken([graph, scope])).rejects.toMatchObject({
    reason: 'options',
    message: `This credential is for the cloud global and its scope ${scope}, but was asked for ${graph} ${scope}: configure client and credential with the same cloud`,
  })
  await expect(credential.getToken(graph)).rejects.toThrow('same cloud')
  expect(server.exchanges).toEqual([])
})
