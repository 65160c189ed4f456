import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { runCli } from '../../../test/run-cli.ts'
import { shown } from '../../../test/shown.ts'
import { checkReport } from './view.ts'

const ids = { 'Content-Type': 'application/json', 'MS-CorrelationId': '4cb80cbe-566b-4d8b-8b8f-af1454b73089' }
const html = { 'Content-Type': 'text/html' }
const noRole = 'The supplied role does not have the rights to perform the requested operation.'

/** Checks a token at a service with the same response to every request. */
async function check(status: number, reason: string, headers: Record<string, string>, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const server = createServer((_, response) => void response.writeHead(status, reason, headers).end(text))
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = Object(server.address())
  const env = { NO_COLOR: '1', PARTNER_CENTER_TOKEN: 'token', PARTNER_CENTER_BASE_URL: `http://127.0.0.1:${port}` }
  return runCli(['check'], { env, terminal: 80 })
}

test.for<[what: string, answer: Parameters<typeof check>, code: number, says: RegExp]>([
  ['a missing role', [403, 'Forbidden', ids, { code: '', description: noRole }], 3, /role\s+Admin agent/],
  ['1002', [403, 'Forbidden', ids, { code: 1002, description: 'Authorization Failed' }], 3, /Grant\s+admin\s+consent/],
  ['a 403 without a body', [403, 'Forbidden', ids, ''], 3, /Admin agent/],
  ['10001', [401, 'Unauthorized', ids, { code: 10001, description: 'MFA required.' }], 3, /lacks multifactor/],
  [
    'the documented 401 without a body',
    [401, 'Unauthorized - MFA required', { 'WWW-Authenticate': 'Bearer error="invalid_token"' }, ''],
    3,
    /multifactor authentication {2}no\n/,
  ],
  ['a web filter', [403, 'Forbidden', html, '<html>Blocked</html>'], 5, /web\s+filter.*\s.*proxy/],
  ['a sign-in page', [200, 'OK', html, '<html>Sign in</html>'], 5, /Something other than Partner Center/],
])('%s: the credentials are reported as invalid, with advice', async ([, answer, code, says]) => {
  const ending = await check(...answer)
  expect(ending.stdout).toMatch(/^✘ Credentials {3}not valid for product upgrades\n/)
  expect(ending.stdout).toMatch(says)
  expect(ending.stdout).toMatch(/For support: MS-CorrelationId [\da-f-]{36}\n$/)
  expect(ending.stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(ending.code).toBe(code)
})

test('a fault of the customer proves that the credentials work', async () => {
  const ending = await check(403, 'Forbidden', ids, { code: '20002', description: 'No commerce relationship' })
  expect(ending.stdout).toMatch(/^✔ Credentials {3}valid for product upgrades\n/)
  expect(ending.code).toBe(0)
})

test.for<[what: string, answer: Parameters<typeof check>, code: number]>([
  ['throttling', [429, 'Too Many Requests', ids, {}], 4],
  ['a service that is down', [503, 'Service Unavailable', ids, {}], 5],
  ['a response about something else', [404, 'Not Found', ids, { code: '1000', description: 'Not found' }], 5],
  ['a sandbox', [400, 'Bad Request', ids, { code: '900127', description: 'Not here' }], 3],
])('%s: the exit code is that of the README', async ([, answer, code]) => {
  expect((await check(...answer)).code).toBe(code)
})

const facts = {
  ok: true,
  audience: 'api',
  tenantId: 'the-tenant',
  clientId: 'client',
  username: 'admin@partner.example',
  isAppUser: true,
  hasMfa: true,
  isPartnerCenter: true,
  reachesPartnerCenter: true,
  isMfaCompliant: true,
  expiresOnTimestamp: undefined,
  status: 200,
  serviceCode: undefined,
  correlationId: 'the-id',
  problems: [],
}

test('facts about the credentials are shown, and missing ones as unknown', () => {
  expect(shown(checkReport(facts))).toEqual([
    '✔ Credentials   valid for product upgrades',
    '                reaches Partner Center      yes',
    '                token for a user            yes',
    '                multifactor authentication  yes',
    '                user                        admin@partner.example',
    '                tenant                      the-tenant',
  ])
  expect(checkReport(facts).plain).toEqual([
    'credentials: work for product upgrades',
    'reaches Partner Center: yes',
    'token for a user: yes',
    'multifactor authentication: yes',
    'user: admin@partner.example',
    'tenant: the-tenant',
  ])
  const unknown = {
    ...facts,
    username: undefined,
    tenantId: undefined,
    isAppUser: undefined,
    isMfaCompliant: undefined,
  }
  const report = checkReport({ ...unknown, ok: false, reachesPartnerCenter: false, problems: ['one two', 'three'] })
  expect(report.plain).toEqual([
    'credentials: do not work for product upgrades',
    'reaches Partner Center: no',
    'token for a user: unknown',
    'multifactor authentication: unknown',
    'user: unknown',
    'tenant: unknown',
    'problem: one two',
    'problem: three',
    'For support: MS-CorrelationId the-id',
  ])
  expect(shown(report, 60)[0]).toBe('✘ Credentials   not valid for product upgrades')
  expect(shown(report, 60).slice(-3)).toEqual(['  one two', '  three', '  For support: MS-CorrelationId the-id'])
  expect(shown(report, 8).slice(-7, -4)).toEqual(['  one', '  two', '  three'])
})
