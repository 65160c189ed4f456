import { expect, test } from 'vitest'
import { request, script } from '../../test/service.ts'
import { createProductUpgradesClient, type ProductUpgradesClientOptions } from '../index.ts'

/** Returns the URL and the token scopes that a client with these options uses. */
async function observe(options: Omit<ProductUpgradesClientOptions, 'credential'>) {
  const asked: string[] = []
  const { fetch, seen } = script(Response.json({ ...request, isEligible: true }))
  const upgrades = createProductUpgradesClient({
    ...options,
    fetch,
    credential: ({ scopes }) => {
      asked.push(...scopes)
      return { token: 't', expiresOnTimestamp: Number.POSITIVE_INFINITY }
    },
  })
  await upgrades.checkEligibility(request)
  return { url: seen[0]?.url, scopes: asked }
}

const global = 'https://api.partnercenter.microsoft.com'
const china = 'https://partner.partnercenterapi.microsoftonline.cn'
const path = '/v1/productUpgrades/eligibility'

test.for([
  [{}, global, global],
  [{ cloud: 'global' }, global, global],
  [{ cloud: 'usGov' }, global, global],
  [{ cloud: 'china21Vianet' }, china, china],
  [{ baseUrl: 'https://partner.example/' }, 'https://partner.example', 'https://partner.example'],
  [{ baseUrl: 'https://proxy.example/pc', cloud: 'china21Vianet' }, 'https://proxy.example/pc', china],
] as const)('with %j, requests go to %s, with tokens for %s', async ([options, base, audience]) => {
  expect(await observe(options)).toEqual({ url: base + path, scopes: [`${audience}/user_impersonation`] })
})

test.for(['https://pc.example/v1', 'https://pc.example/v1/', 'https://pc.example/V1//'])(
  'the base URL %s already ends with /v1, and is refused',
  (baseUrl) => {
    expect(() => createProductUpgradesClient({ credential: 't', baseUrl })).toThrow(/baseUrl.*with no.*\/v1/)
  },
)

test.for(['https://gw.example/v1/partner-center', 'https://gw.example/v10'])('the base URL %s is valid', (baseUrl) => {
  expect(createProductUpgradesClient({ credential: 't', baseUrl }).baseUrl).toBe(baseUrl)
})

test('undefined options count as omitted', () => {
  const options = JSON.parse('{"credential":"t"}')
  expect(() =>
    createProductUpgradesClient({ ...options, timeout: undefined, clock: undefined, cloud: undefined }),
  ).not.toThrow()
})

test('the global fetch is looked up at each attempt, so that a later mock takes effect', async () => {
  const upgrades = createProductUpgradesClient({ credential: 't' })
  const { fetch } = script(Response.json({ ...request, isEligible: true }))
  const original = globalThis.fetch
  globalThis.fetch = (input, init) => fetch(String(input), init ?? {})
  try {
    expect(await upgrades.checkEligibility(request)).toMatchObject({ isEligible: true })
  } finally {
    globalThis.fetch = original
  }
})
