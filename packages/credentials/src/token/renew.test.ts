import { expect, test } from 'vitest'
import { createFastClock } from '../../test/clock.ts'
import { scope } from '../../test/oidc-server.ts'
import { useSignIn } from '../../test/sign-in.ts'
import { createMemoryStore, createPartnerCredential, saveRefreshToken, type TokenStore } from '../index.ts'

const signIn = useSignIn()
const lease = 25_000

type Send = (url: string, init: RequestInit) => Promise<Response>

/** A credential for a partner that has just consented, with the changes that a test makes. */
async function consented(change: { readonly record?: object; readonly fetch?: Send } = {}) {
  const { server, partner, key } = signIn
  const refreshToken = await server.consent()
  const store = createMemoryStore({ [key]: JSON.stringify({ refreshToken, ...change.record }) })
  const clock = createFastClock()
  server.exchanges.length = 0
  const { fetch } = change
  const credential = createPartnerCredential({ ...partner, store, clock, ...(fetch ? { fetch } : {}) })
  return { server, partner, key, refreshToken, store, clock, credential }
}

async function recordIn(store: TokenStore): Promise<Record<string, unknown>> {
  return JSON.parse((await store.get(signIn.key))?.value ?? '')
}

const isExchange = (init: RequestInit) => init.method === 'POST'

test('a refresh token that another process stored in the meantime is used', async () => {
  const { server, partner } = signIn
  let isFirst = true
  const { credential, store, clock, refreshToken } = await consented({
    async fetch(url, init) {
      if (isExchange(init) && isFirst) {
        isFirst = false
        // The partner signs in again, and the previous token is revoked: using it twice has that effect.
        await saveRefreshToken({ ...partner, store }, await server.consent())
        await globalThis.fetch(url, init)
      }
      return globalThis.fetch(url, init)
    },
  })
  await expect(credential.getToken(scope)).resolves.toHaveProperty('token')
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token invalid_grant', 'refresh_token 200'])
  expect(clock.slept).toEqual([])
  expect((await recordIn(store)).refreshToken).not.toBe(refreshToken)
})

test('a refresh token stored right after ours was rejected is tried, too', async () => {
  const { server, partner } = signIn
  const { store, clock, refreshToken } = await consented()
  const revoke = createPartnerCredential({ ...partner, store: createMemoryStore({ [signIn.key]: refreshToken }) })
  await revoke.getToken(scope)
  const late = {
    ...clock,
    async sleep(ms: number) {
      if (ms === 500) await saveRefreshToken({ ...partner, store }, await server.consent())
    },
  }
  await createPartnerCredential({ ...partner, store, clock: late }).getToken(scope)
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token invalid_grant', 'refresh_token 200'])
})

test('a newer refresh token is never overwritten with an older one', async () => {
  const { server, partner } = signIn
  const newer = await server.consent()
  const { credential, store } = await consented({
    async fetch(url, init) {
      const response = await globalThis.fetch(url, init)
      if (isExchange(init)) await saveRefreshToken({ ...partner, store }, newer)
      return response
    },
  })
  await expect(credential.getToken(scope)).resolves.toHaveProperty('token')
  expect(await recordIn(store)).toMatchObject({ refreshToken: newer })
})

test('a partner removed from the store during a renewal stays removed', async () => {
  const { partner, key } = signIn
  const values = new Map([[key, await signIn.server.consent()]])
  const store: TokenStore = {
    async get(name) {
      const value = values.get(name)
      return value === undefined ? undefined : { value, version: value }
    },
    async compareAndSet(name, _, value) {
      values.set(name, value)
      return true
    },
  }
  async function fetch(url: string, init: RequestInit) {
    if (isExchange(init)) values.clear()
    return globalThis.fetch(url, init)
  }
  await createPartnerCredential({ ...partner, store, fetch }).getToken(scope)
  expect(values.size).toBe(0)
})

test('only one process at a time redeems the refresh token', async () => {
  const { partner, server, store } = await consented()
  const credentials = Array.from({ length: 8 }, () => createPartnerCredential({ ...partner, store }))
  const tokens = await Promise.all(credentials.map((credential) => credential.getToken(scope)))
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(1)
  expect(server.exchanges).toEqual(['refresh_token 200'])
})

test.for([
  ['loses it when its lease ends', 12_000, 12_000],
  ['blocks it for one lease only, even if its clock was a day ahead', 86_400_000, lease],
])('a process that died while redeeming a refresh token %s', async ([, ahead, expected]) => {
  const { credential, clock, store } = await consented()
  const record = await recordIn(store)
  const begin = clock.now()
  const entry = await store.get(signIn.key)
  await store.compareAndSet(signIn.key, entry?.version, JSON.stringify({ ...record, busyUntil: begin + Number(ahead) }))
  await credential.getToken(scope)
  expect(clock.now() - begin).toBeGreaterThanOrEqual(Number(expected))
  expect(clock.now() - begin).toBeLessThan(Number(expected) + 200)
  // A store may be a service with rate limits, yet a caller is waiting for the token.
  expect(Math.min(...clock.slept)).toBeGreaterThanOrEqual(50)
  expect(Math.max(...clock.slept)).toBeLessThanOrEqual(100)
})

test('a refresh token is marked as busy for no longer than an exchange may take', async () => {
  const marks: unknown[] = []
  const { credential, clock, store } = await consented({
    async fetch(url, init) {
      if (isExchange(init)) marks.push((await recordIn(store)).busyUntil)
      return globalThis.fetch(url, init)
    },
  })
  await credential.getToken(scope)
  expect(marks).toEqual([clock.now() + lease])
  expect(await recordIn(store)).not.toHaveProperty('busyUntil')
})

test('a request to a sign-in server that is briefly unavailable is retried', async () => {
  let failures = 2
  const { credential, clock } = await consented({
    async fetch(url, init) {
      if (isExchange(init) && failures-- > 0) return new Response('<h1>Bad Gateway</h1>', { status: 502 })
      return globalThis.fetch(url, init)
    },
  })
  await expect(credential.getToken(scope)).resolves.toHaveProperty('token')
  expect(clock.slept).toEqual([1_000, 2_000])
})

test('an unreachable sign-in server is a connection error and releases the refresh token', async () => {
  const { credential, store, clock, refreshToken } = await consented({
    fetch: () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })),
  })
  await expect(credential.getToken(scope)).rejects.toMatchObject({
    reason: 'connection',
    message: expect.stringMatching(/^localhost:\d+ could not be reached: ECONNREFUSED$/),
  })
  expect(clock.slept).toEqual([1_000, 2_000])
  expect(await recordIn(store)).toEqual({ refreshToken })
})

test('a request that the sign-in server does not answer times out', async () => {
  const { partner, store } = await consented()
  const fetch = (_: string, { signal }: RequestInit) =>
    new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  const credential = createPartnerCredential({ ...partner, store, fetch, timeout: 10, clock: createFastClock() })
  await expect(credential.getToken(scope)).rejects.toMatchObject({ reason: 'connection' })
})

test('without a new refresh token, the old one is used again', async () => {
  const { credential, store, refreshToken } = await consented({
    async fetch(url, init) {
      const response = await globalThis.fetch(url, init)
      if (!isExchange(init)) return response
      const { refresh_token, ...rest }: { refresh_token?: string } = Object(await response.json())
      return Response.json(rest)
    },
  })
  await credential.getToken(scope)
  expect(await recordIn(store)).toMatchObject({ refreshToken })
})

test('an update that loses ninety-nine races is still tried again', async () => {
  const { partner, store } = await consented()
  let races = 0
  const slow: TokenStore = {
    ...store,
    compareAndSet: async (...args) => (++races < 100 ? false : store.compareAndSet(...args)),
  }
  const clock = createFastClock()
  await createPartnerCredential({ ...partner, store: slow, clock }).getToken(scope)
  expect(Math.max(...clock.slept)).toBeLessThanOrEqual(10)
})

test('a store that accepts nothing is an error, not an endless loop', async () => {
  const { partner, store } = await consented()
  const deaf = { ...store, compareAndSet: async () => false }
  const credential = createPartnerCredential({ ...partner, store: deaf, clock: createFastClock() })
  await expect(credential.getToken(scope)).rejects.toMatchObject({
    reason: 'store',
    message: `The store accepts no value for ${signIn.key}: its compareAndSet always returns false`,
  })
})
