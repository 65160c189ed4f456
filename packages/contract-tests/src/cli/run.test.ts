import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { run } from './run.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const env = { PARTNER_CENTER_TOKEN: 'the-token', PARTNER_CENTER_CUSTOMER_ID: customerId }

async function called(args: readonly string[], environment: Readonly<Record<string, string>> = env) {
  const printed: string[] = []
  const complaints: string[] = []
  const context = {
    print: (text: string) => void printed.push(text),
    printError: (text: string) => void complaints.push(text),
    env: environment,
  }
  return { code: await run(args, context), printed: printed.join('\n'), complaints }
}

async function mockUrl(): Promise<string> {
  const server = await startMockServer(
    createPartnerCenterMock({ customers: [{ id: customerId }], tokens: ['the-token'] }),
  )
  onTestFinished(() => server.close())
  return server.url
}

async function serverUrl(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

test('a provider that conforms to the contract is exit code 0, and reports are written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = (name: string) => join(folder, 'deep', name)
  const forms = { json: 'r.json', junit: 'r.xml', html: 'r.html' }
  const reports = Object.entries(forms).flatMap(([form, name]) => ['--report', `${form}=${file(name)}`])
  const { code, printed } = await called(['verify', '--base-url', await mockUrl(), '--max-rps', '9999', ...reports])
  expect(printed).toMatch(/ 0 {2}failed/)
  expect(code).toBe(0)
  expect(JSON.parse(readFileSync(file('r.json'), 'utf8')).cases.length).toBeGreaterThan(200)
  expect(readFileSync(file('r.xml'), 'utf8')).toMatch(
    /^<\?xml.*<testsuites name="Contract verification" tests="\d{3}" failures="0"/s,
  )
  expect(readFileSync(file('r.html'), 'utf8')).toMatch(/^<!doctype html>.*Everything holds/s)
  expect(printed + Object.values(forms).map((name) => readFileSync(file(name), 'utf8'))).not.toContain('the-token')
})

test.for([
  [[], 30_000],
  [['--timeout', '7'], 7_000],
] as const)('with %j, each response is waited for %i ms', async ([words, ms]) => {
  const timeout = vi.spyOn(AbortSignal, 'timeout')
  onTestFinished(() => timeout.mockRestore())
  await called(['verify', '--base-url', await mockUrl(), '--max-rps', '9999', '--safe', ...words])
  expect(new Set(timeout.mock.calls.flat())).toEqual(new Set([ms]))
})

test('a provider that violates the contract is exit code 1, with the request to repeat by hand', async () => {
  const url = await serverUrl((_, response) =>
    response.setHeader('Content-Type', 'application/json').end('{"isEligible":"yes"}'),
  )
  const { code, printed } = await called(['verify', '--base-url', url, '--max-rps', '9999', '--safe'])
  expect(printed).toMatch(/the body at \/isEligible must be boolean/)
  expect(printed).toMatch(
    /curl -i -X POST 'http:\/\/127.*eligibility' -H "Authorization: Bearer \$PARTNER_CENTER_TOKEN"/,
  )
  expect(code).toBe(1)
})

const html: RequestListener = (_, response) =>
  response.setHeader('Content-Type', 'text/html').end('<html>Sign in</html>')
const redirect: RequestListener = (_, response) => response.writeHead(302, { Location: 'https://login.example/' }).end()
const refusal: RequestListener = (_, response) =>
  response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"code":"900421","description":"No"}')

const stranger: RequestListener = (_, response) =>
  response
    .writeHead(403, { 'Content-Type': 'application/json' })
    .end('{"code":"20002","description":"No relationship.","data":[],"source":"PartnerFD"}')

test.for([
  [
    "another partner's customer",
    stranger,
    /^The customer does not belong to the token's partner: 403 with code 20002\. /,
  ],
  [
    'HTML in place of JSON',
    html,
    /^The provider returns 200 with text\/html in place of JSON: is the base URL right\?$/,
  ],
  ['a redirect', redirect, /^The provider redirects with 302: is https:\/\/login\.example\/ the base URL\?$/],
  ['a rejected token', refusal, /^The provider rejects the token: 401 with code 900421\.$/],
] as const)('%s is exit code 2 and one line', async ([, listener, line]) => {
  const { code, complaints } = await called(['verify', '--base-url', await serverUrl(listener)])
  expect(complaints).toEqual([expect.stringMatching(line)])
  expect(code).toBe(2)
})

test('an unreachable provider is exit code 2 and one line', async () => {
  const { code, complaints } = await called(['verify', '--base-url', 'http://127.0.0.1:1'])
  expect(complaints).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:1 cannot be reached: .+/)])
  expect(code).toBe(2)
})

const url = ['--base-url', 'https://provider.example']
test.for([
  [['frobnicate'], {}, /^Unknown command frobnicate: verify/],
  [['verify'], {}, /^--base-url is missing/],
  [['verify', '--base-url', 'provider'], {}, /^--base-url is not a URL: provider$/],
  [['verify', '--base-url', 'http://provider.example'], {}, /^--base-url must be https/],
  [
    ['verify', '--base-url', 'https://me:hunter2@provider.example'],
    {},
    /^--base-url must not contain a user, a query or a fr/,
  ],
  [
    ['verify', '--base-url', 'https://provider.example?key=hunter2'],
    {},
    /^--base-url must not contain a user, a query or a fr/,
  ],
  [['verify', '--base-url', 'https://provider.example/v1/'], {}, /^--base-url must not end with \/v1: https/],
  [
    ['verify', ...url],
    { PARTNER_CENTER_TOKEN: 'hunter2\nhunter2' },
    /^The token cannot be sent: it contains a space, a line break/,
  ],
  [['verify', ...url], { PARTNER_CENTER_TOKEN: '' }, /^PARTNER_CENTER_TOKEN is not set/],
  [['verify', ...url], { PARTNER_CENTER_CUSTOMER_ID: 'me' }, /^PARTNER_CENTER_CUSTOMER_ID must be/],
  [['verify', ...url], { PARTNER_CENTER_UPGRADE_ID: 'it' }, /^PARTNER_CENTER_UPGRADE_ID must be/],
  [['verify', ...url, '--safe', '--allow-writes'], {}, /^--safe and --allow-writes cannot be used together/],
  [['verify', ...url, '--max-rps', '0'], {}, /^--max-rps must be a number above 0/],
  [['verify', ...url, '--report', 'pdf=x'], {}, /^--report must be json, junit, html and a file/],
  [['verify', ...url, '--fast'], {}, /^Unknown option '--fast'/],
] as const)('%j with %j is exit code 2 and one line', async ([args, environment, line]) => {
  const { code, complaints, printed } = await called(args, { ...env, ...environment })
  expect(complaints).toEqual([expect.stringMatching(line)])
  expect(complaints[0]).not.toContain('hunter2')
  expect(printed).toBe('')
  expect(code).toBe(2)
})

test.for([[['--help']], [[]], [['verify', '--help']]])('%j prints help', async ([args]) => {
  const { code, printed } = await called(args ?? [])
  expect(printed).toMatch(/verify/)
  expect(code).toBe(0)
})
