import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { describe, expect, onTestFinished, test } from 'vitest'
import { call, customerId, otherCustomerId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../core.ts'
import { steer } from '../steering/steering.ts'
import { isLoopback } from './admin-access.ts'
import { type MockServerOptions, startMockServer } from './start-mock-server.ts'

const page = 'https://page.example'
const json = { 'Content-Type': 'application/json' }

/** Serves a mock that can be steered; `ask` sends requests that no `fetch` would send. */
async function serve(options: MockServerOptions = {}) {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId }] })
  const server = await startMockServer(mock, {
    adminPath: '/state',
    adminState: () => mock.snapshot(),
    adminSteer: (asked) => steer(mock, asked),
    ...options,
  })
  onTestFinished(server.close)
  const { port } = new URL(server.url)
  const ask = (body: unknown, headers: Record<string, string> = json, { method = 'POST', host = '127.0.0.1' } = {}) =>
    new Promise<{ status: number | undefined; headers: object; body: string }>((resolve, reject) => {
      const path = '/state'
      const sent = request({ host, port, path, method, headers, agent: false }, (response) => {
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }))
      })
      sent.on('error', reject).end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  return { mock, url: server.url, ask }
}

/** Whether the mock is unchanged. */
function untouched({ clock, snapshot }: ReturnType<typeof createPartnerCenterMock>): boolean {
  return clock.now() === Date.UTC(2026, 0) && snapshot().customers.length === 1
}

describe('a program on this machine', () => {
  test('advances the clock, and gets the resulting state', async () => {
    const { mock, ask } = await serve()
    await call(mock, 'productUpgrades')
    const { status, headers, body } = await ask({ advance: '1h' })
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ now: '2026-01-01T01:00:00.000Z', upgrades: [{ status: 'Completed' }] })
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  test('injects faults', async () => {
    const { mock, ask } = await serve()
    await ask({ inject: { preset: 'throttled', retryAfter: 5, operation: 'createProductUpgrade' } })
    const { status, headers } = await call(mock, 'productUpgrades')
    expect([status, headers.get('retry-after')]).toEqual([429, '5'])
    expect((await call(mock, 'productUpgrades')).status).toBe(202)
  })

  test('adds customers, and sets them', async () => {
    const { mock, ask } = await serve()
    const status = async (id: string) =>
      (await call(mock, 'productUpgrades', { body: { customerId: id, productFamily: 'Azure' } })).status
    expect(await status(otherCustomerId)).toBe(403)
    await ask({ customers: { add: [{ id: otherCustomerId }] } })
    expect([await status(otherCustomerId), await status(customerId)]).toEqual([202, 202])
    await ask({ customers: { set: [{ id: otherCustomerId, condition: 'suspendedSubscriptions' }] } })
    expect([await status(otherCustomerId), await status(customerId)]).toEqual([403, 403])
    const { body } = await ask({ customers: { set: 40 } })
    expect(JSON.parse(body).customers).toHaveLength(40)
  })

  test('resets the mock; the clock keeps its time', async () => {
    const { mock, ask } = await serve()
    await ask({ customers: { set: [] } })
    await ask({ inject: { preset: 'throttled' } })
    await ask({ advance: '1h' })
    const { body } = await ask({ reset: true })
    expect(JSON.parse(body)).toEqual({
      now: '2026-01-01T01:00:00.000Z',
      customers: [{ id: customerId }],
      upgrades: [],
      requests: [],
    })
    expect((await call(mock, 'productUpgrades')).status).toBe(202)
  })

  test('may declare a charset, and use any name of this machine', async () => {
    const { ask } = await serve()
    const headers = { 'Content-Type': 'Application/JSON; charset=utf-8', Host: 'app.localhost:80' }
    expect((await ask({ advance: 1 }, headers)).status).toBe(200)
  })
})

test('a page of the same origin steers the mock', async () => {
  const { url, ask } = await serve()
  expect((await ask({ advance: '1h' }, { ...json, Origin: url })).status).toBe(200)
})

test.each([
  ['a page of another origin', { Origin: page }],
  ['a page of another origin that may read the state', { Origin: 'https://listed.example' }],
  ['a page that hides its origin', { Origin: 'null' }],
  ['a page of another port', { Origin: 'http://127.0.0.1:1' }],
  ['a name that points here (DNS rebinding)', { Host: 'page.example', Origin: 'http://page.example' }],
  ['a name that points here, without an origin', { Host: 'page.example' }],
  ['a name that looks like an address', { Host: '127.0.0.1.page.example' }],
])('%s is refused, and changes nothing', async (_, headers) => {
  const { mock, ask } = await serve({ adminOrigins: ['https://listed.example'] })
  const answer = await ask({ advance: '1h' }, { ...json, ...headers })
  expect([answer.status, JSON.parse(answer.body).code]).toEqual([403, 'AdminRefused'])
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  expect(untouched(mock)).toBe(true)
})

test('the preflight of a page of another origin is refused or does not allow JSON', async () => {
  const { ask } = await serve({ adminOrigins: ['https://listed.example'] })
  const preflight = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' }
  expect((await ask('', { Origin: page, ...preflight }, { method: 'OPTIONS' })).status).toBe(403)
  const { headers } = await ask('', { Origin: 'https://listed.example', ...preflight }, { method: 'OPTIONS' })
  expect(headers).toMatchObject({ 'access-control-allow-methods': 'GET' })
  expect(headers).not.toHaveProperty('access-control-allow-headers')
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json5',
  '',
])('a content type other than JSON is refused, even without an origin: "%s"', async (type) => {
  const { mock, ask } = await serve()
  const { status, body } = await ask('{"advance":"1h"}', type === '' ? {} : { 'Content-Type': type })
  expect([status, body.includes('Content-Type: application/json')]).toEqual([415, true])
  expect(untouched(mock)).toBe(true)
})

test.each(['PUT', 'PATCH', 'DELETE'])('%s is not allowed', async (method) => {
  const { mock, ask } = await serve()
  const { status, headers } = await ask('', json, { method })
  expect([status, headers]).toEqual([405, expect.objectContaining({ allow: 'GET, HEAD, OPTIONS, POST' })])
  expect(untouched(mock)).toBe(true)
})

test('without adminSteer, POST is not allowed either', async () => {
  const { ask } = await serve({ adminSteer: undefined })
  const { status, headers } = await ask({ advance: '1h' })
  expect([status, headers]).toEqual([405, expect.objectContaining({ allow: 'GET, HEAD, OPTIONS' })])
})

test.each([
  ['{', 'The request is not valid JSON'],
  ['', 'The request is not valid JSON'],
  [`{"customers":{"set":[{"id":${'['.repeat(2_000)}${']'.repeat(2_000)}}]}}`, 'nests lists and objects too deeply'],
  ['[]', 'the request must be object'],
  ['null', 'the request must be object'],
  [{}, 'the request must have one of advance, inject, customers, reset'],
  [{ advance: '1h', reset: true }, 'the request must have one of advance, inject, customers, reset'],
  [{ advnce: '1h' }, 'the request has an unknown property advnce; use one of: advance, inject, customers, reset'],
  [{ __proto__: null, constructor: 1 }, 'the request has an unknown property constructor'],
  [{ advance: 'soon' }, 'advance must match'],
  [{ advance: -1 }, 'advance must be 0 or more'],
  ['{"advance":1e999}', 'Invalid duration: Infinity.'],
  [
    { customers: { set: [{ id: otherCustomerId, durations: { pending: `${'9'.repeat(400)}d` } }] } },
    'Invalid duration',
  ],
  [{ advance: '3000000d' }, 'advance must not lead beyond the year 9999, as 3000000d does.'],
  [{ inject: { preset: 'thunder' } }, 'Unknown preset \\"thunder\\". Use one of: '],
  [{ inject: { preset: 'slow', tims: 2 } }, 'inject has an unknown property tims; use one of: preset, code, status'],
  [{ inject: { preset: 'slow', operation: 'deleteAll' } }, 'Unknown operation \\"deleteAll\\". Use one of: '],
  [{ inject: { preset: 'slow', customerId: otherCustomerId } }, `Use one of: ${customerId}`],
  [{ customers: {} }, 'customers must have one of add, set'],
  [{ customers: { add: [], set: [] } }, 'customers must have one of add, set'],
  [{ customers: { ad: [] } }, 'customers has an unknown property ad; use one of: add, set'],
  [{ customers: { add: 3 } }, 'customers.add must be array'],
  [{ customers: { set: 100_001 } }, 'customers.set must be 100000 or less'],
  [{ customers: { add: [{ id: 'contoso' }] } }, 'customers.add[0].id must match'],
  [{ customers: { add: [{ id: otherCustomerId, conditon: '1' }] } }, 'an unknown property conditon'],
  [{ customers: { set: [{ id: otherCustomerId, condition: 'sad' }] } }, 'Unknown fault \\"sad\\"'],
  [{ reset: false }, 'reset must be one of true'],
])('%j is an error that names what is wrong, and changes nothing', async (body, message) => {
  const { mock, ask } = await serve()
  const answer = await ask(body)
  expect([answer.status, answer.body]).toEqual([400, expect.stringContaining(message)])
  expect(untouched(mock)).toBe(true)
})

test('a body that is too large is refused', async () => {
  const { mock, ask } = await serve({ bodyLimit: 100 })
  expect((await ask({ customers: { set: Array.from({ length: 10 }, () => ({ id: otherCustomerId })) } })).status).toBe(
    413,
  )
  expect(untouched(mock)).toBe(true)
})

test.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
  expect(isLoopback(address)).toBe(true)
})

test.each(['', '10.0.0.1', '172.17.0.1', '::ffff:10.0.0.1', '::', 'fe80::1', '1127.0.0.1'])(
  '"%s" may be another machine',
  (address) => {
    expect(isLoopback(address)).toBe(false)
  },
)

const own = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

test.skipIf(own === undefined)('a program on the network can read the state, but not steer', async () => {
  const { mock, ask } = await serve({ host: '0.0.0.0' })
  expect((await ask('', {}, { method: 'GET', host: own ?? '' })).status).toBe(200)
  const answer = await ask({ advance: '1h' }, { ...json, Host: 'localhost' }, { host: own ?? '' })
  expect([answer.status, answer.body]).toEqual([403, expect.stringContaining('Only this machine may steer the mock')])
  expect(untouched(mock)).toBe(true)
})
