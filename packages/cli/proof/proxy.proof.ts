// Behind a proxy that inspects TLS: every host is reached through it, and no certificate comes from a public authority.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { jwt } from '../test/device-login.ts'
import { type ProxyOptions, startInterceptingProxy } from './intercepting-proxy.ts'
import { openPartnerCenter } from './partner-center.ts'
import { type ProgramEnding, startProgram } from './program.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const tenantId = '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10'
const clientId = '33333333-3333-4333-8333-333333333333'
const entra = 'login.microsoftonline.com'
const partnerCenter = 'api.partnercenter.microsoft.com'
const password = 'pass word'

/** Sets up a user behind the proxy, with a refresh token in the store. */
async function setOffice(options: Partial<ProxyOptions> = {}) {
  const { url, env: own } = await openPartnerCenter(onTestFinished)
  const proxy = await startInterceptingProxy([entra, partnerCenter], {
    async answer({ host, pathname }, { method = '', headers }, body) {
      if (host === entra) return Response.json(tokens)
      const passed = Object.entries(headers).filter(([name]) => !/^(host|connection|content-length)$/.test(name))
      return fetch(url + pathname, { method, headers: passed.map(([name, value]) => [name, String(value)]), body })
    },
    ...options,
  })
  const store = join(own.XDG_STATE_HOME ?? '', 'tokens.json')
  const entry = { value: JSON.stringify({ refreshToken: 'a-refresh-token', isPublic: true }), version: '1' }
  writeFileSync(store, JSON.stringify({ [`global-${tenantId}-${clientId}`]: entry }), { mode: 0o600 })
  const env = {
    XDG_STATE_HOME: own.XDG_STATE_HOME ?? '',
    PARTNER_CENTER_STORE: store,
    PARTNER_CENTER_TENANT_ID: tenantId,
    PARTNER_CENTER_CLIENT_ID: clientId,
  }
  const run = (args: readonly string[], more: Readonly<Record<string, string>>): Promise<ProgramEnding> =>
    startProgram(args, { ...env, ...more }).ending
  return { proxy, mock: url, run }
}

const tokens = {
  token_type: 'Bearer',
  expires_in: 3_599,
  access_token: jwt({ aud: `https://${partnerCenter}`, scp: 'user_impersonation', amr: ['pwd', 'mfa'] }),
  id_token: jwt({ tid: tenantId, oid: clientId, preferred_username: 'admin@partner.example' }),
  refresh_token: 'the-next-refresh-token',
  client_info: Buffer.from(JSON.stringify({ uid: clientId, utid: tenantId })).toString('base64url'),
}

test.for([
  ['NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY'],
  ['SSL_CERT_FILE', 'https_proxy'],
  ['NODE_EXTRA_CA_CERTS', 'HTTP_PROXY'],
] as const)('with the authority in %s and the proxy in %s, check and upgrade work', async ([trust, variable]) => {
  const { proxy, run } = await setOffice()
  const env = { [variable]: proxy.url, [trust]: proxy.authority }
  const check = await run(['check'], env)
  expect([check.code, check.stderr]).toEqual([0, ''])
  // The system's authorities are tried only when Node's do not suffice, which takes a second connection.
  expect([...new Set(proxy.seen)]).toEqual([
    `CONNECT ${entra}:443`,
    `POST https://${entra}/${tenantId}/oauth2/v2.0/token`,
    `CONNECT ${partnerCenter}:443`,
    `POST https://${partnerCenter}/v1/productUpgrades/eligibility`,
  ])
  const upgrade = await run(['upgrade', customerId, '--yes', '--interval', '500ms'], env)
  expect([upgrade.code, upgrade.stdout]).toEqual([0, expect.stringContaining('status: Completed')])
})

test('a proxy that requires a user and password gets them, and neither is shown', async () => {
  const { proxy, run } = await setOffice({ user: `partner:${password}` })
  const trust = { NODE_EXTRA_CA_CERTS: proxy.authority }
  const withUser = proxy.url.replace('//', `//partner:${encodeURIComponent(password)}@`)
  expect(await run(['check'], { ...trust, HTTPS_PROXY: withUser })).toMatchObject({ code: 0, stderr: '' })

  for (const args of [['check'], ['status', customerId]]) {
    const without = await run(args, { ...trust, HTTPS_PROXY: proxy.url })
    expect(without.stderr).toMatch(/PROXY_407/)
    expect(without.stderr).toContain('set HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT')
    expect(without.code).toBe(5)
  }
  const wrong = await run(['check'], { ...trust, HTTPS_PROXY: withUser.replace('partner', 'other') })
  expect(wrong.stderr).toContain('set HTTPS_PROXY=')
  expect(wrong.stderr).not.toMatch(/pass(%20| )word/)
})

test('an untrusted authority is reported, with advice', async () => {
  const { proxy, run } = await setOffice()
  const { code, stderr } = await run(['check'], { HTTPS_PROXY: proxy.url })
  expect(stderr).toMatch(/SELF_SIGNED_CERT_IN_CHAIN/)
  expect(stderr).toContain('set NODE_EXTRA_CA_CERTS to the file')
  expect(code).toBe(5)
  const token = await run(['eligibility', customerId], { HTTPS_PROXY: proxy.url, PARTNER_CENTER_TOKEN: 'a-token' })
  expect(token.stderr).toMatch(/SELF_SIGNED_CERT_IN_CHAIN.*\n.*not trusted here.*\n.*NODE_EXTRA_CA_CERTS/)
  expect(proxy.seen.filter((line) => line.startsWith('POST'))).toEqual([])
})

test('a proxy that refuses a host is reported, with the hosts that it must allow', async () => {
  const { proxy, run } = await setOffice({ refuses: 403 })
  const { code, stderr } = await run(['check'], { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: proxy.authority })
  expect(stderr).toMatch(/PROXY_403\n.*allow login\.microsoftonline\.com and api\.partnercenter\.microsoft\.com/)
  expect(code).toBe(5)
})

test('the page of a web filter is not taken for a response from Entra or Partner Center', async () => {
  const page = { status: 403, headers: { 'Content-Type': 'text/html' } }
  const { proxy, run } = await setOffice({ answer: async () => new Response('<html>Blocked</html>', page) })
  const env = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: proxy.authority }
  const signIn = await run(['check'], env)
  expect(signIn.stderr).toMatch(/login\.microsoftonline\.com answered 403 with an HTML.*\n.*web filter or proxy allow/)
  const check = await run(['check'], { ...env, PARTNER_CENTER_TOKEN: 'a-token' })
  expect(check.stdout).toMatch(/problem: Something other than Partner Center answered \(text\/html, status 403\)/)
  const status = await run(['eligibility', customerId], { ...env, PARTNER_CENTER_TOKEN: 'a-token' })
  expect(status.stderr).toMatch(/something other than Partner Center.*\n.*web filter or proxy allow/)
  expect([signIn.code, check.code, status.code]).toEqual([5, 5, 5])
})

test('hosts in NO_PROXY, and loopback, are reached without the proxy', async () => {
  const { proxy, mock, run } = await setOffice({ refuses: 403 })
  const env = { HTTPS_PROXY: proxy.url, PARTNER_CENTER_TOKEN: 'a-token' }
  expect(await run(['check'], { ...env, PARTNER_CENTER_BASE_URL: mock })).toMatchObject({ code: 0 })
  const direct = await run(['check'], {
    ...env,
    NO_PROXY: 'nowhere.invalid',
    PARTNER_CENTER_BASE_URL: 'https://nowhere.invalid',
  })
  expect(direct.stderr).toMatch(/(ENOTFOUND|EAI_AGAIN)\n.*host name is unknown/)
  expect(proxy.seen).toEqual([])
})

test.for(['socks5://127.0.0.1:1080', 'http://', 'http://user:100%@host:1'])('%s is not a proxy', async (address) => {
  const { run } = await setOffice()
  const { code, stderr } = await run(['check'], { HTTPS_PROXY: address })
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^✘ HTTPS_PROXY is not the address of an HTTP proxy\.\n/)])
  expect(stderr).not.toContain('100%')
})
