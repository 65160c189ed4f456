import { createPartnerCenterMock, faults, type PartnerCenterMock } from '../../src/core.ts'
import { customerId, otherCustomerId, upgradeId } from '../partner-center.ts'
import type { Reach } from './reach.ts'

/** The parts of a response that an adapter must carry unchanged. */
export interface Carried {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The exact bytes: text that is not UTF-8 is an error, and a byte order mark is kept. */
  readonly body: string
}

interface Row {
  readonly name: string
  readonly path?: string
  readonly init?: RequestInit
  /** Prepares the mock before the request. */
  readonly before?: (mock: PartnerCenterMock) => void
  readonly status: number
}

const request = JSON.stringify({ customerId, productFamily: 'Azure' })
const json = { Authorization: 'Bearer t', 'Content-Type': 'application/json' }
const post = (headers: Record<string, string> = {}, body: string = request): RequestInit => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body,
})
const ids = { 'MS-RequestId': 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff', 'MS-CorrelationId': upgradeId }
const seeded = `/v1/productUpgrades/${upgradeId}/status`
const other = JSON.stringify({ customerId: otherCustomerId, productFamily: 'azure' })

/** One conversation with a request per row: the rows share a mock, so each may build on those before it. */
export const rows: readonly Row[] = [
  { name: 'eligibility', path: '/v1/productUpgrades/eligibility', status: 200 },
  { name: 'a create, and its Location without a body', init: post(ids), status: 202 },
  { name: 'the same create again', init: post(ids), status: 202 },
  { name: 'another create while the first runs', status: 409 },
  { name: 'the status as documented', path: seeded, init: post({}, other), status: 200 },
  {
    name: 'a path in lower case with a slash at the end',
    path: `${seeded.toLowerCase()}/`,
    init: post({}, other),
    status: 200,
  },
  {
    name: 'a path in percent-encoding',
    path: seeded.replace('product', '%70roduct'),
    init: post({}, other),
    status: 200,
  },
  { name: 'a meaningless query', path: '/v1/productUpgrades/eligibility?x=1&y=%20', status: 200 },
  { name: 'the wrong customer', path: seeded, status: 400 },
  { name: 'an upgrade that does not exist', path: seeded.replace('42d0', '0000'), status: 404 },
  { name: 'a parameter that is not a GUID', path: '/v1/productUpgrades/%00%zz/status', status: 400 },
  { name: 'another method', init: { method: 'PUT', headers: json, body: request }, status: 405 },
  { name: 'a method without a body', init: { headers: json }, status: 405 },
  { name: 'no token', init: post({ Authorization: '' }), status: 401 },
  { name: 'a token that is refused', init: post({ Authorization: 'Bearer refused' }), status: 401 },
  { name: 'an Accept that cannot be met', init: post({ Accept: 'image/png' }), status: 406 },
  { name: 'another content type', init: post({ 'Content-Type': 'text/plain' }), status: 415 },
  { name: 'no body', init: post({}, ''), status: 400 },
  { name: 'half a body', init: post({}, request.slice(0, 20)), status: 400 },
  { name: 'a body with names that objects inherit', init: post({}, '{"__proto__":{"customerId":"x"}}'), status: 400 },
  { name: 'a body in other scripts', init: post({}, JSON.stringify({ customerId: 'Ünïcödé 顧客 🏷️' })), status: 400 },
  { name: 'a header that is not a GUID', init: post({ 'MS-RequestId': 'x' }), status: 400 },
  { name: 'a response on demand', init: post({ Prefer: 'code=429' }), status: 429 },
  {
    name: 'a gateway page on demand',
    init: post({ Prefer: 'code=502', Accept: 'text/html, */*;q=0.1' }),
    status: 502,
  },
  { name: 'a fault', before: (mock) => mock.inject(faults.mfaRequired()), status: 401 },
  { name: 'an empty response', before: (mock) => mock.inject(faults.gatewayEmpty()), status: 504 },
  { name: 'a later time', before: (mock) => mock.clock.advance('2h'), status: 400 },
]

function createMock(): PartnerCenterMock {
  return createPartnerCenterMock({
    tokens: (token) => token !== 'refused',
    upgrades: [{ id: upgradeId, customerId: otherCustomerId, completedAt: '2019-08-29T23:47:28.8524555Z' }],
  })
}

/** Holds the conversation with a fresh mock. */
export async function converse(reach: Reach): Promise<readonly Carried[]> {
  const mock = createMock()
  const { fetch, baseUrl, close } = await reach(mock)
  const carried: Carried[] = []
  for (const { path = '/v1/productUpgrades', init = post(), before } of rows) {
    before?.(mock)
    const response = await fetch(baseUrl + path, init)
    const bytes = await response.arrayBuffer()
    const body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    carried.push({ status: response.status, headers: contractHeaders(response.headers), body })
  }
  await close()
  return carried
}

const carriedHeaders = /^(?:ms-.*|date|content-type|location|allow|www-authenticate|retry-after|ismfacompliant)$/

function contractHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => carriedHeaders.test(name)).sort())
}
