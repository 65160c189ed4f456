import { expect, test } from 'vitest'
import type { TokenRequest } from './credential.ts'
import { createTokenCache } from './token-cache.ts'

const { signal } = new AbortController()
const scope = 'https://api.partnercenter.microsoft.com/user_impersonation'

/** A token cache with a clock that the test sets and a credential that records its requests. */
function setUp(lifetime = 3_600_000) {
  const clock = { time: 0, now: () => clock.time, sleep: async () => {} }
  const asked: TokenRequest[] = []
  const credential = async (request: TokenRequest) => {
    asked.push(request)
    return { token: `token-${asked.length}`, expiresOnTimestamp: clock.time + lifetime }
  }
  return { clock, asked, credential, cache: createTokenCache(credential, scope, clock) }
}

test('a token is requested with the scope, and cached', async () => {
  const { cache, asked } = setUp()
  expect(await cache.get(signal, undefined)).toBe('token-1')
  expect(await cache.get(signal, undefined)).toBe('token-1')
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ scopes: [scope], forceRefresh: false })
  expect(asked[0]).not.toHaveProperty('claims')
})

test('a token is replaced two minutes before it expires, and no earlier', async () => {
  const { cache, clock } = setUp(3_600_000)
  await cache.get(signal, undefined)
  clock.time = 3_600_000 - 120_001
  expect(await cache.get(signal, undefined)).toBe('token-1')
  clock.time = 3_600_000 - 120_000
  expect(await cache.get(signal, undefined)).toBe('token-2')
})

test('a token valid for one minute is used for half a minute', async () => {
  const { cache, clock } = setUp(60_000)
  await cache.get(signal, undefined)
  clock.time = 29_999
  expect(await cache.get(signal, undefined)).toBe('token-1')
  clock.time = 30_000
  expect(await cache.get(signal, undefined)).toBe('token-2')
})

test('a thousand concurrent calls share one refresh', async () => {
  const { cache, asked } = setUp()
  const tokens = await Promise.all(Array.from({ length: 1000 }, () => cache.get(signal, undefined)))
  expect(new Set(tokens)).toEqual(new Set(['token-1']))
  expect(asked).toHaveLength(1)
})

test('a thousand refusals of one token share one refresh, with the demanded claims', async () => {
  const { cache, asked } = setUp()
  const token = await cache.get(signal, undefined)
  const refused = { token, claims: '{"a":1}' }
  const tokens = await Promise.all(Array.from({ length: 1000 }, () => cache.get(signal, refused)))
  expect(new Set(tokens)).toEqual(new Set(['token-2']))
  expect(asked[1]).toMatchObject({ forceRefresh: true, claims: '{"a":1}' })
  expect(await cache.get(signal, refused)).toBe('token-2')
  expect(asked).toHaveLength(2)
})

test('a TokenCredential is called as @azure/core-auth specifies', async () => {
  const calls: unknown[] = []
  const credential = {
    async getToken(...args: unknown[]) {
      calls.push(args)
      return { token: 't', expiresOnTimestamp: 10_000 }
    },
  }
  const cache = createTokenCache(credential, scope, { now: () => 0, sleep: async () => {} })
  await cache.get(signal, { token: 'old', claims: '{}' })
  expect(calls).toEqual([[[scope], { abortSignal: expect.any(AbortSignal), claims: '{}' }]])
})

test('a caller that aborts does not affect the others; the last one aborts the refresh', async () => {
  const seen: AbortSignal[] = []
  const credential = (request: TokenRequest) => {
    seen.push(request.signal)
    return new Promise<never>(() => {})
  }
  const cache = createTokenCache(credential, scope, { now: () => 0, sleep: async () => {} })
  const [one, two] = [new AbortController(), new AbortController()]
  const first = cache.get(one.signal, undefined)
  const second = cache.get(two.signal, undefined)
  one.abort('one')
  await expect(first).rejects.toBe('one')
  expect(seen[0]?.aborted).toBe(false)
  two.abort('two')
  await expect(second).rejects.toBe('two')
  expect(seen[0]?.aborted).toBe(true)
})

test('the credential is called again after a failure', async () => {
  let count = 0
  const credential = () => {
    if (++count === 1) throw new Error('no network')
    return { token: 't', expiresOnTimestamp: 10_000 }
  }
  const cache = createTokenCache(credential, scope, { now: () => 0, sleep: async () => {} })
  await expect(cache.get(signal, undefined)).rejects.toMatchObject({
    name: 'AuthenticationError',
    reason: 'credential',
    cause: new Error('no network'),
  })
  expect(await cache.get(signal, undefined)).toBe('t')
})

test('an already aborted call requests no token', async () => {
  const { cache, asked } = setUp()
  await expect(cache.get(AbortSignal.abort(new Error('enough')), undefined)).rejects.toThrow('enough')
  expect(asked).toEqual([])
})
