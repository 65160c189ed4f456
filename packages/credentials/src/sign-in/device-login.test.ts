import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { deviceClient, scope, tenantId } from '../../test/oidc-server.ts'
import { useSignIn } from '../../test/sign-in.ts'
import { createMemoryStore, createPartnerCredential, type DeviceCode, startDeviceLogin } from '../index.ts'

const signIn = useSignIn()

function newcomer() {
  const { server } = signIn
  server.exchanges.length = 0
  return { server, options: { tenantId, clientId: deviceClient, authority: server.issuer, store: createMemoryStore() } }
}

test('a completed sign-in stores a refresh token that needs no secret', async () => {
  const { server, options } = newcomer()
  const codes: DeviceCode[] = []
  const login = await startDeviceLogin({
    ...options,
    onCode(code) {
      codes.push(code)
      // Not before the first poll.
      const looking = setInterval(() => {
        if (server.exchanges.length === 0) return
        clearInterval(looking)
        void server.approve(code.userCode)
      })
    },
  })
  expect(login).toEqual({ username: 'admin@partner.example' })
  expect(codes).toEqual([
    {
      verificationUri: `${server.issuer}/device`,
      userCode: expect.stringMatching(/^\w{4}-\w{4}$/),
      expiresIn: 600_000,
    },
  ])
  expect(server.exchanges[0]).toMatch(/device_code authorization_pending$/)
  expect(server.exchanges.at(-1)).toMatch(/device_code 200$/)

  const credential = createPartnerCredential(options)
  const { token } = await credential.getToken(scope)
  expect((await credential.getToken(scope, { forceRefresh: true })).token).not.toBe(token)
  // Entra rejects a secret with such a token (AADSTS700025).
  const withSecret = createPartnerCredential({ ...options, clientSecret: 'of-another-flow' })
  await withSecret.getToken(scope, { claims: '{}' })
  expect(server.exchanges.slice(-2)).toEqual(['refresh_token 200', 'refresh_token 200'])
})

test('a sign-in that is never completed can be aborted', async () => {
  const { options } = newcomer()
  const controller = new AbortController()
  const onCode = () => controller.abort(new Error('enough'))
  await expect(startDeviceLogin({ ...options, onCode, signal: controller.signal })).rejects.toThrow('enough')
  await expect(startDeviceLogin({ ...options, onCode, signal: controller.signal })).rejects.toThrow('enough')
})

/** A sign-in whose first request is never answered, and the signals of its requests. */
function unanswered(more: { readonly signal: AbortSignal; readonly timeout?: number }) {
  const signals: (AbortSignal | null | undefined)[] = []
  const fetch = (_: string, init: RequestInit) => {
    signals.push(init.signal)
    return new Promise<Response>((_, reject) =>
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
    )
  }
  const { authority: _, ...options } = newcomer().options
  return { signals, login: startDeviceLogin({ ...options, fetch, onCode: () => expect.unreachable(), ...more }) }
}

test('requests in flight are aborted with the sign-in, and time out', async () => {
  const controller = new AbortController()
  const { signals, login } = unanswered({ signal: controller.signal })
  login.catch(() => {})
  while (signals.length === 0) await new Promise((resolve) => setImmediate(resolve))
  controller.abort(new Error('enough'))
  await expect(login).rejects.toThrow('enough')
  expect(signals.map((signal) => signal?.aborted)).toEqual([true])
  const late = unanswered({ signal: new AbortController().signal, timeout: 5 })
  await expect(late.login).rejects.toMatchObject({
    reason: 'connection',
    connectionCode: 'TimeoutError',
    message: 'login.microsoftonline.com could not be reached: TimeoutError',
  })
})

test('a sign-in that has been aborted sends nothing', async () => {
  const { signals, login } = unanswered({ signal: AbortSignal.abort(new Error('enough')) })
  await expect(login).rejects.toThrow('enough')
  expect(signals).toEqual([])
})

test('no listener remains on a long-lived signal', async () => {
  const { signal } = new AbortController()
  const { login } = unanswered({ signal, timeout: 5 })
  await expect(login).rejects.toThrow('could not be reached')
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('an application that does not allow device codes is reported as such', async () => {
  const { options } = newcomer()
  const clientId = '44444444-4444-4444-8444-444444444444'
  const onCode = () => expect.unreachable()
  await expect(startDeviceLogin({ ...options, clientId, onCode })).rejects.toMatchObject({
    reason: 'client',
    oauthError: 'invalid_client',
  })
})

test('a user who declines leaves nothing in the store', async () => {
  const { server, options } = newcomer()
  const onCode = ({ userCode }: DeviceCode) => void server.decline(userCode)
  await expect(startDeviceLogin({ ...options, onCode })).rejects.toMatchObject({
    reason: 'consent',
    oauthError: 'access_denied',
  })
  await expect(createPartnerCredential(options).getToken(scope)).rejects.toMatchObject({ reason: 'consent' })
})
