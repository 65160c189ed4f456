import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createFastClock } from '../../test/clock.ts'
import { scope } from '../../test/oidc-server.ts'
import { useSignIn } from '../../test/sign-in.ts'
import { createMemoryStore, createPartnerCredential } from '../index.ts'

const signIn = useSignIn()

/** Starts an issuer whose token endpoint sends a given response. */
async function issuer(status: number, headers: Record<string, string>, body: string) {
  const seen: string[] = []
  const server = createServer(signIn.certificate, ({ method, url = '' }, response) => {
    seen.push(`${method} ${url.split('?')[0]}`)
    if (url.startsWith('/token')) return void response.writeHead(status, headers).end(body)
    const endpoints = {
      authorization_endpoint: `${base}/auth`,
      token_endpoint: `${base}/token`,
      jwks_uri: `${base}/jwks`,
    }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ issuer: base, ...endpoints }))
  })
  await once(server.listen(0, 'localhost'), 'listening')
  const { port } = server.address() as AddressInfo
  const base = `https://localhost:${port}`
  onTestFinished(() => void server.close())
  const options = { ...signIn.partner, authority: base, clock: createFastClock() }
  return { seen, credential: createPartnerCredential({ ...options, store: createMemoryStore({ [signIn.key]: 'a' }) }) }
}

test('a redirect is not followed, since it would receive refresh token and secret', async () => {
  const { seen, credential } = await issuer(307, { Location: '/elsewhere' }, '')
  await expect(credential.getToken(scope)).rejects.toMatchObject({
    reason: 'service',
    message: expect.stringMatching(/^localhost:\d+ answered 307, a redirect; redirects are not followed$/),
  })
  expect(seen).toContain('POST /token')
  expect(seen).not.toContain('POST /elsewhere')
})

test("a web filter's page is recognized as not coming from the token endpoint", async () => {
  const { credential } = await issuer(403, { 'Content-Type': 'text/html; charset=utf-8' }, '<html>Blocked</html>')
  await expect(credential.getToken(scope)).rejects.toMatchObject({
    reason: 'service',
    isForeign: true,
    message: expect.stringMatching(/answered 403 with an HTML page instead of JSON: a firewall, a web filter/),
  })
})

test.for([
  ['without JSON', 'Bad Gateway', { 'Content-Type': 'text/plain' }],
  ['without a JSON object', 'null', {}],
  ['without a JSON object', '17', {}],
  ['with more than 1048576 bytes', 'x'.repeat(1_048_577), {}],
] as const)('a response %s is a service error, and does not count as a page', async ([what, body, headers]) => {
  const { credential } = await issuer(502, headers, body)
  const error: unknown = await credential.getToken(scope).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    reason: 'service',
    tenantId: signIn.partner.tenantId,
    message: expect.stringMatching(new RegExp(`^localhost:\\d+ answered 502 ${what}$`)),
  })
  expect(error).not.toHaveProperty('isForeign')
})

test('a response without an access token is an error', async () => {
  const { credential } = await issuer(200, {}, '{}')
  await expect(credential.getToken(scope)).rejects.toMatchObject({ name: 'CredentialError', reason: 'service' })
})

test('nothing is sent to a server with an untrusted certificate', async () => {
  const { seen, credential } = await issuer(200, {}, '{}')
  const tls = await import('node:tls')
  const trusted = tls.getCACertificates('default')
  tls.setDefaultCACertificates(tls.getCACertificates('bundled'))
  try {
    await expect(credential.getToken(scope)).rejects.toMatchObject({
      reason: 'connection',
      connectionCode: expect.stringMatching(/^[A-Z_]+$/),
      message: expect.stringMatching(
        /could not be reached: (DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/,
      ),
    })
  } finally {
    tls.setDefaultCACertificates(trusted)
  }
  expect(seen).toEqual([])
})
