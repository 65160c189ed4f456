import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { clientId, entra, scope, tenantId, tokens } from '../../test/entra.ts'
import { printed } from '../../test/printed.ts'
import { createMemoryStore, createPartnerCredential, startBrowserLogin, storeKey } from '../index.ts'

const partner = { tenantId, clientId }
const code = 'OAAABAAAAiL9Kn2Z27UubvWFPbm0gLWQJVzCTE9UkP3pSx1aXxUjq3n8b2JRLk4OxVXr'

/** What the browser sees, and the form that the token endpoint receives. */
interface Seen {
  readonly address: URL
  readonly form: Readonly<Record<string, string>>
  readonly page: Response
  readonly html: string
}

/** Signs in with a browser that returns with parameters made from the state of the request. */
async function signIn(
  answer: (state: string) => Record<string, string>,
  token: object = tokens,
  options: { port?: number } = {},
) {
  let form = {}
  let address = new URL('none:')
  let page: Promise<Response> | undefined
  const store = createMemoryStore()
  const fetch = entra((_, sent) => {
    form = sent
    return Response.json(token, { status: 'error' in token ? 400 : 200 })
  })
  const login = startBrowserLogin({
    ...partner,
    ...options,
    store,
    fetch,
    async openBrowser(url) {
      const { headers } = await globalThis.fetch(url, { redirect: 'manual' })
      address = new URL(headers.get('Location') ?? '')
      const { redirect_uri = '', state = '' } = Object.fromEntries(address.searchParams)
      page = globalThis.fetch(`${redirect_uri}/?${new URLSearchParams(answer(state))}`)
    },
  })
  const outcome: unknown = await login.catch((error: unknown) => error)
  const shown = (await page) ?? Response.error()
  const seen: Seen = { address, form, page: shown, html: await shown.text() }
  return { outcome, store, seen, fetch }
}

test('a completed sign-in stores a refresh token that needs no secret', async () => {
  const { outcome, store, seen, fetch } = await signIn((state) => ({ state, code }))
  expect(outcome).toEqual({ username: 'admin@partner.example' })
  expect(JSON.parse((await store.get(storeKey(partner)))?.value ?? '')).toMatchObject({
    refreshToken: tokens.refresh_token,
    isPublic: true,
  })
  const credential = createPartnerCredential({ ...partner, store, fetch })
  expect((await credential.getToken(scope)).token).toBe(tokens.access_token)
  expect(seen.page.status).toBe(200)
  expect(seen.html).toMatch(/<title>You are signed in<.*<p>You can close this window\./s)
})

// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow, https://www.rfc-editor.org/rfc/rfc7636
test('the sign-in uses a code challenge, and its verifier is only sent with the code', async () => {
  const { seen } = await signIn((state) => ({ state, code }))
  const { code_challenge, ...query } = Object.fromEntries(seen.address.searchParams)
  expect(seen.address.href).toMatch(
    /^https:\/\/login\.microsoftonline\.com\/9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10\/oauth2\/v2\.0\/authorize\?/,
  )
  expect(query).toMatchObject({
    client_id: clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: expect.stringMatching(/^http:\/\/localhost:\d+$/),
    code_challenge_method: 'S256',
    prompt: 'select_account',
    scope: expect.stringContaining(scope),
  })
  expect(query.scope?.split(' ')).toContain('offline_access')
  const { code_verifier = '' } = seen.form
  expect(createHash('sha256').update(code_verifier).digest('base64url')).toBe(code_challenge)
  expect(seen.form).toMatchObject({ grant_type: 'authorization_code', code, redirect_uri: query.redirect_uri })
  expect(seen.form).not.toHaveProperty('client_secret')
})

test('each sign-in has its own state and verifier', async () => {
  const [first, second] = [await signIn((state) => ({ state, code })), await signIn((state) => ({ state, code }))]
  expect(first.seen.address.searchParams.get('state')).toMatch(/^[\w-]{43}$/)
  for (const name of ['state', 'code_challenge'])
    expect(first.seen.address.searchParams.get(name)).not.toBe(second.seen.address.searchParams.get(name))
})

test('the page loads nothing, is not cached, and removes the code from the address', async () => {
  const { seen } = await signIn((state) => ({ state, code }))
  expect(Object.fromEntries(seen.page.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    connection: 'close',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  expect(seen.html).toContain("history.replaceState(null, '', '/')")
  expect(seen.html).not.toContain(code)
})

test('a response with another state is ignored', async () => {
  const { outcome, store, seen } = await signIn(() => ({ state: 'of-another-sign-in', code }))
  expect(outcome).toMatchObject({ reason: 'service', message: expect.stringContaining('state of another sign-in') })
  expect(seen.form).toEqual({})
  expect(seen.html).toMatch(/<title>The sign-in failed<.*<p>The terminal shows why\. You can close this window\./s)
  expect(await store.get(storeKey(partner))).toBeUndefined()
})

test('an error response is explained like one of the token endpoint', async () => {
  const error_description = 'AADSTS65004: User declined to consent to access the app.'
  const { outcome, seen } = await signIn((state) => ({ state, error: 'access_denied', error_description }))
  expect(outcome).toMatchObject({ reason: 'consent', serviceCode: 'AADSTS65004', oauthError: 'access_denied' })
  expect(seen.page.status).toBe(400)
})

test('a code that the token endpoint rejects is shown nowhere', async () => {
  const { outcome, seen } = await signIn((state) => ({ state, code }), {
    error: 'invalid_grant',
    error_description: `AADSTS54005: The code ${code} was already redeemed.`,
  })
  expect(outcome).toMatchObject({ reason: 'consent', serviceCode: 'AADSTS54005' })
  expect(printed(outcome)).not.toContain(code)
  expect(printed(outcome)).not.toContain(seen.form.code_verifier)
})

test('a browser that is closed ends the wait', async () => {
  const options = { ...partner, store: createMemoryStore(), wait: 20, openBrowser() {} }
  await expect(startBrowserLogin(options)).rejects.toMatchObject({
    reason: 'consent',
    message: expect.stringMatching(/^Nobody completed the sign-in in time: the browser was closed/),
  })
})

test('a browser that cannot be opened ends the sign-in', async () => {
  const openBrowser = () => Promise.reject(new Error('there is none'))
  await expect(startBrowserLogin({ ...partner, store: createMemoryStore(), openBrowser })).rejects.toThrow(
    'there is none',
  )
})

test('a port that is taken is reported, and nothing is opened', async () => {
  const other = createServer()
  await once(other.listen(0, '127.0.0.1'), 'listening')
  const { port } = Object(other.address())
  const openBrowser = () => expect.unreachable()
  await expect(startBrowserLogin({ ...partner, store: createMemoryStore(), port, openBrowser })).rejects.toMatchObject({
    reason: 'options',
    message: expect.stringContaining(`port ${port} is taken`),
  })
  other.close()
  await once(other, 'close')
  const { seen } = await signIn((state) => ({ state, code }), tokens, { port })
  expect(seen.address.searchParams.get('redirect_uri')).toBe(`http://localhost:${port}`)
})

test.for<[change: object, flaw: string]>([
  [{ wait: 0 }, 'wait must be a positive number of milliseconds'],
  [{ wait: -1 }, 'wait must be a positive number of milliseconds'],
  [{ port: -1 }, 'port must be a whole number from 0 to 65535'],
  [{ port: 1.5 }, 'port must be a whole number from 0 to 65535'],
  [{ port: 65_536 }, 'port must be a whole number from 0 to 65535'],
])('%j is rejected at once', async ([change, message]) => {
  const options = { ...partner, store: createMemoryStore(), openBrowser: () => expect.unreachable(), ...change }
  await expect(startBrowserLogin(options)).rejects.toMatchObject({ reason: 'options', message })
})

test('a response with both a code and an error is a refusal', async () => {
  const { outcome, seen } = await signIn((state) => ({ state, code, error: 'server_error' }))
  expect(outcome).toMatchObject({ oauthError: 'server_error', tenantId })
  expect(seen.form).toEqual({})
})

test('a sign-in without a refresh token stores nothing, and one without a user name returns none', async () => {
  const { refresh_token: _, ...once } = tokens
  const { outcome, store } = await signIn((state) => ({ state, code }), once)
  expect(outcome).toMatchObject({ reason: 'service', message: 'The token endpoint sent no refresh token', tenantId })
  expect(await store.get(storeKey(partner))).toBeUndefined()
  const { id_token: __, ...nameless } = tokens
  expect((await signIn((state) => ({ state, code }), nameless)).outcome).toStrictEqual({})
  const invalid = { ...tokens, access_token: 'two words' }
  expect((await signIn((state) => ({ state, code }), invalid)).outcome).toMatchObject({
    reason: 'service',
    message: 'The token endpoint sent no access token',
  })
})

test('the wait can be aborted', async () => {
  const controller = new AbortController()
  const openBrowser = () => controller.abort(new Error('enough'))
  const options = { ...partner, store: createMemoryStore(), signal: controller.signal, openBrowser }
  await expect(startBrowserLogin(options)).rejects.toThrow('enough')
  await expect(startBrowserLogin(options)).rejects.toThrow('enough')
})

test('unrelated requests do not end the wait, and nothing listens afterwards', async () => {
  let origin = ''
  const statuses: number[] = []
  await signInPast(async (redirectUri) => {
    origin = redirectUri
    for (const path of ['/favicon.ico', '/', '/elsewhere?code=a'])
      statuses.push((await fetch(redirectUri + path)).status)
    statuses.push((await fetch(redirectUri, { method: 'POST', body: 'code=a' })).status)
    statuses.push((await fetch(`${redirectUri.replace('localhost', '127.0.0.1')}/?code=a`)).status)
  })
  expect(statuses).toEqual([404, 404, 404, 404, 404])
  await expect(fetch(origin)).rejects.toThrow()
})

/** Completes a sign-in after calling a function. */
async function signInPast(before: (redirectUri: string) => Promise<void>): Promise<void> {
  await startBrowserLogin({
    ...partner,
    store: createMemoryStore(),
    fetch: entra(() => Response.json(tokens)),
    async openBrowser(url) {
      const { headers } = await fetch(url, { redirect: 'manual' })
      const { redirect_uri = '', state = '' } = Object.fromEntries(new URL(headers.get('Location') ?? '').searchParams)
      await before(redirect_uri)
      void fetch(`${redirect_uri}/?${new URLSearchParams({ state, code })}`)
    },
  })
}
