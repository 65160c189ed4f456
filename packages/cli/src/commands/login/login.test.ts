import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { writeBrowser } from '../../../test/browser.ts'
import { answerDeviceLogin } from '../../../test/device-login.ts'
import { setStage } from '../../../test/partner-center.ts'
import { opener, whyNoBrowser } from '../../process/browser.ts'

const partner = {
  NO_COLOR: '1',
  PARTNER_CENTER_TOKEN: '',
  PARTNER_CENTER_TENANT_ID: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10',
  PARTNER_CENTER_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
}
const trace = '0000aaaa-11bb-cccc-dd22-eeeeee333333'
const correlation = 'aaaa0000-bb11-2222-33cc-444444dddddd'

async function refused(code: number, error: string) {
  const ids = `Trace ID: ${trace}\r\nCorrelation ID: ${correlation}\r\nTimestamp: 2026-01-09 02:02:12Z`
  answerDeviceLogin({ token: { error, error_description: `AADSTS${code}: Refused.\r\n${ids}`, error_codes: [code] } })
  const { cli } = await setStage()
  return cli(['login', '--device-code'], { env: partner, terminal: 80 })
}

test.for<[code: number, error: string, remedy: RegExp]>([
  [7000218, 'invalid_client', /"Allow\s+public\s+client flows" to Yes/],
  [53003, 'invalid_grant', /device code flow:\s+sign in with the\s+browser then\.\s+Then run this command again\./],
  [50076, 'interaction_required', /second\s+factor/],
  [90002, 'invalid_request', /PARTNER_CENTER_TENANT_ID/],
  [65001, 'invalid_grant', /admin consent/],
])('AADSTS%i during login has a remedy other than to sign in again', async ([code, error, remedy]) => {
  const { stderr, code: ending } = await refused(code, error)
  expect(stderr).toMatch(remedy)
  expect(stderr).toContain(`AADSTS${code}`)
  expect(stderr).not.toMatch(/sign in again|partner-upgrades login|CLIENT_SECRET/i)
  expect(stderr).toContain(`For support: Correlation ID ${correlation},\n  Trace ID ${trace},\n  Timestamp 2026-01-09`)
  expect(ending).toBe(3)
})

test.for([
  [50173, 'Sign in again: partner-upgrades login'],
  [53003, 'Then sign in again: partner-upgrades login'],
] as const)('AADSTS%i outside login has the advice %s', async ([code, advice]) => {
  const { cli, env: own } = await setStage()
  answerDeviceLogin({ token: { error: 'invalid_grant', error_description: `AADSTS${code}: Refused.` } })
  const store = join(own.XDG_STATE_HOME ?? '', 'tokens.json')
  const key = `global-${partner.PARTNER_CENTER_TENANT_ID}-${partner.PARTNER_CENTER_CLIENT_ID}`
  writeFileSync(store, JSON.stringify({ [key]: { value: 'a-refresh-token', version: '1' } }), { mode: 0o600 })
  const env = { ...partner, PARTNER_CENTER_STORE: store, PARTNER_CENTER_CLIENT_SECRET: 'a-secret' }
  expect((await cli(['check'], { env })).stderr).toContain(`\n  ${advice}\n`)
})

/** The content of the token store. */
const storeOf = (env: Readonly<Record<string, string>>): string =>
  existsSync(join(env.XDG_STATE_HOME ?? '', 'partner-upgrades/tokens.json'))
    ? readFileSync(join(env.XDG_STATE_HOME ?? '', 'partner-upgrades/tokens.json'), 'utf8')
    : ''

async function withBrowser(query?: string, more: readonly string[] = []) {
  answerDeviceLogin()
  const { cli, env: own } = await setStage()
  const env = { ...partner, BROWSER: writeBrowser(own.XDG_STATE_HOME ?? '', query) }
  return { ...(await cli(['login', ...more], { env, terminal: 80 })), store: storeOf(own) }
}

test('login opens the browser, and stores the refresh token', async () => {
  const { stdout, stderr, code, store } = await withBrowser()
  expect(stderr).toBe('')
  expect(stdout).toMatch(
    /^● Sign in {7}in the browser that opens,\n +or at http:\/\/localhost:\d+\/sign-in\n✔ Signed in {5}admin@partner\.example\n/,
  )
  expect(code).toBe(0)
  expect(store).toContain('the-secret-refresh-token')
  expect(stdout).not.toMatch(/a-code|the-secret/)
})

test.for([
  ['a wrong state', 'code=a-code&state=another', 5, /^✘ The browser returned with the state of another sign-in/],
  ['an error response', 'error=access_denied&error_description=AADSTS65004%3A+Declined.&state=STATE', 3, /AADSTS65004/],
] as const)('%s: nothing is stored, and one line says why', async ([, query, code, says]) => {
  const ending = await withBrowser(query)
  expect(ending.stderr).toMatch(says)
  expect(ending).toMatchObject({ code, store: '' })
})

test('a port in use is named', async () => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = Object(server.address())
  const { stderr, code } = await withBrowser(undefined, ['--port', String(port)])
  expect(stderr).toMatch(new RegExp(`^✘ port ${port} is taken: choose another`, 'm'))
  expect(code).toBe(2)
})

test.for<[what: string, env: Record<string, string>, terminal: number | undefined, why: RegExp]>([
  ['in a CI job', { CI: 'true', BROWSER: '/bin/true' }, 80, /No browser can be opened: this is a CI job\./],
  ['over SSH', { SSH_CONNECTION: '::1', DISPLAY: ':0' }, 80, /this is an SSH session/],
  ['without a terminal', { DISPLAY: ':0' }, undefined, /there is no terminal/],
  ['with a browser that is missing', { BROWSER: '/nowhere/browser' }, 80, /could not be opened: \S+ is missing\./],
  ['with a browser that fails', { BROWSER: '/bin/false' }, 80, /could not be opened: \S+ ended with 1\./],
])('%s, login names the other ways', async ([, env, terminal, why]) => {
  const { cli } = await setStage()
  const ending = await cli(['login'], { env: { ...partner, ...env }, ...(terminal && { terminal }) })
  expect(ending.stderr).toMatch(why)
  expect(ending.stderr).toMatch(/--device-code.*\n.*--refresh-token-stdin/)
  expect(ending.code).toBe(2)
})

test.each([
  ['darwin', {}, undefined],
  ['win32', {}, undefined],
  ['linux', { DISPLAY: ':0' }, undefined],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, undefined],
  ['linux', {}, 'there is no display'],
  ['linux', { BROWSER: 'code', SSH_CONNECTION: '::1' }, undefined],
  ['darwin', { SSH_TTY: '/dev/pts/0' }, 'this is an SSH session'],
] as const)('on %s with %j, the reason for having no browser is %s', (platform, env, why) => {
  const host = { env, stdin: Object.assign(new PassThrough(), { isTTY: true }) }
  expect(whyNoBrowser(host, platform)).toBe(why)
})

test.for([undefined, 80])(
  'a refresh token is imported from a pipe or a terminal (%s), and never shown',
  async (terminal) => {
    answerDeviceLogin()
    const { cli, env: own } = await setStage()
    const typed = 'an-imported-refresh-token\n'
    const ending = await cli(['login', '--refresh-token-stdin'], { env: partner, typed, ...(terminal && { terminal }) })
    expect(ending.stdout).toMatch(/igned in.*admin@partner\.example/)
    expect(ending.output).not.toContain('imported-refresh')
    expect(storeOf(own)).toContain('the-secret-refresh-token')
    expect(ending.code).toBe(0)
  },
)

test.for<[typed: string, says: RegExp]>([
  ['', /No refresh token was given/],
  ['two words\n', /not one refresh token/],
])('%j is not imported', async ([typed, says]) => {
  const { cli } = await setStage()
  const { stderr, code } = await cli(['login', '--refresh-token-stdin'], { env: partner, typed })
  expect(stderr).toMatch(says)
  expect(code).toBe(2)
})

test('a refused refresh token is not stored, and its error code is shown', async () => {
  const refusal = { error: 'invalid_grant', error_description: 'AADSTS700082: Expired.' }
  answerDeviceLogin({ token: refusal })
  const { cli, env: own } = await setStage()
  const ending = await cli(['login', '--refresh-token-stdin'], { env: partner, typed: 'old\n' })
  expect(ending.stderr).toMatch(/AADSTS700082/)
  expect([ending.code, storeOf(own)]).toEqual([3, ''])
})

test('ways to sign in are mutually exclusive', async () => {
  const { cli } = await setStage()
  for (const words of [
    ['--device-code', '--refresh-token-stdin'],
    ['--device-code', '--port', '1'],
    ['--port', '0'],
  ])
    expect(await cli(['login', ...words], { env: partner })).toMatchObject({ code: 2 })
})

// https://www.freedesktop.org/wiki/Software/xdg-utils
test.each([
  ['linux', {}, ['xdg-open']],
  ['freebsd', {}, ['xdg-open']],
  ['darwin', {}, ['open']],
  ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler']],
  ['darwin', { BROWSER: '/opt/a browser' }, ['/opt/a browser']],
] as const)('on %s with %j, an address is opened by %j', (platform, env, words) => {
  expect(opener(env, platform)).toEqual(words)
})

test('login waits for the browser only as long as --wait says', async () => {
  const { cli } = await setStage()
  const ending = await cli(['login', '--wait', '1ms'], { env: { ...partner, BROWSER: '/bin/true' }, terminal: 80 })
  expect(ending.stderr).toMatch(/^✘ Nobody completed the sign-in in time/)
  expect(ending.code).toBe(3)
})
