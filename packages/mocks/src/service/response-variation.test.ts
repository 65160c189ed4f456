import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { call, create, customerId, type Seen, upgradeId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'
import { createRandom } from '../random/random.ts'
import { varyAnswer } from './response-variation.ts'

const requestId = 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'

/** The responses of a hundred seeds to the same call. */
async function hundred(path: string, options: Parameters<typeof createPartnerCenterMock>[0]): Promise<Seen[]> {
  const seeds = Array.from({ length: 100 }, (_, seed) =>
    createPartnerCenterMock({ ...options, varyResponses: true, seed }),
  )
  return Promise.all(seeds.map((mock) => call(mock, path, { headers: { 'MS-RequestId': requestId } })))
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Set(values.map((value) => JSON.stringify(value)))].sort().map((text) => JSON.parse(text))
}

test('a mock with varyResponses varies the case of a status, and gives null for empty members', async () => {
  const upgrades = [{ id: upgradeId, customerId, status: 'Completed' }] as const
  const seen = await hundred(`productUpgrades/${upgradeId}/status`, { upgrades })
  const bodies = seen.map(({ body }) => Object(body))
  expect(distinct(bodies.map(({ status }) => status))).toEqual(['COMPLETED', 'Completed', 'completed'])
  expect(new Set(bodies.map(({ errorDetails }) => errorDetails))).toEqual(new Set([null, undefined]))
  expect(new Set(bodies.map(({ id }) => id))).toEqual(new Set([upgradeId]))
})

test('a mock with varyResponses sometimes echoes IDs, and varies Content-Type', async () => {
  const seen = await hundred('productUpgrades/eligibility', {})
  expect(seen.filter(({ headers }) => headers.get('ms-requestid') === requestId).length).toBeGreaterThan(20)
  expect(seen.filter(({ headers }) => headers.get('ms-requestid') !== requestId).length).toBeGreaterThan(20)
  expect(distinct(seen.map(({ headers }) => headers.get('content-type')))).toEqual([
    'application/json',
    'application/json; charset=utf-8',
    null,
  ])
})

test('a mock with varyResponses gives codes as strings and as numbers', async () => {
  const seen = await hundred(`productUpgrades/${upgradeId}/status`, {})
  expect(distinct(seen.map(({ body }) => Object(body).code))).toEqual(['900106', 900106])
})

/** The distinct variations of a body by a hundred seeds. */
function varied(body: unknown): unknown[] {
  return distinct(
    Array.from({ length: 100 }, (_, seed) => varyAnswer({ status: 200, body }, createRandom(seed)).body ?? 'none'),
  )
}

test('an empty property may become null, a filled one never does', () => {
  const fault = { code: 'TooMany', description: 'd', source: 's' }
  expect(varied({ ...fault, data: ['a detail'] })).toEqual([{ ...fault, data: ['a detail'] }])
  const [empty, none] = [
    { ...fault, data: [] },
    { ...fault, data: null },
  ]
  expect(varied(empty)).toEqual(expect.arrayContaining([empty, none]))
  expect(varied(empty)).toHaveLength(2)
  const item = { sourceProduct: { id: 'a' }, upgradedDate: 'x', errorDetails: [{ code: '1' }], attributes: {} }
  expect(varied([{ item, attributes: null }])).toContainEqual([{ item, attributes: null }])
  for (const result of varied({ item })) {
    expect(result).toMatchObject({ item: { upgradedDate: 'x', errorDetails: [{}], attributes: {} } })
  }
})

test('properties are added only to objects that may have them', () => {
  expect(varied({ id: 'a', links: { self: 'b' } })).toEqual([{ id: 'a', links: { self: 'b' } }])
})

test('only a numeric code becomes a number, and only a text status changes its spelling', () => {
  for (const code of ['x900106', '900106x', 'AccessDenied', '']) {
    expect(varied({ code, data: ['a detail'] })).toEqual([{ code, data: ['a detail'] }])
  }
  expect(varied({ description: '900106' })).toEqual([{ description: '900106' }])
  expect(varied({ status: 200 })).toEqual([{ status: 200 }])
  expect(varied({ state: 'Completed', name: 'Contoso' })).toEqual([{ name: 'Contoso', state: 'Completed' }])
})

test('a response that is not a JSON object stays unchanged, including its headers', () => {
  for (const answer of [{ status: 202 }, { status: 200, body: null }, { status: 502, body: '<html></html>' }]) {
    for (let seed = 0; seed < 20; seed += 1) expect(varyAnswer(answer, createRandom(seed))).toBe(answer)
  }
})

test('replacing IDs leaves the other headers alone', async () => {
  const seen = await hundred('productUpgrades/eligibility', {})
  for (const { headers } of seen) {
    for (const name of ['ms-requestid', 'ms-correlationid', 'ms-cv', 'ms-serverid', 'date']) {
      expect(headers.get(name)).toMatch(/./)
    }
  }
})

test('a strict mock refuses to send an inferred response, and names it', async () => {
  const mock = createPartnerCenterMock({ documentedOnly: true })
  const id = await create(mock)
  await expect(call(mock, `productUpgrades/${id}/status`)).rejects.toThrow(
    expect.objectContaining({
      name: 'UndocumentedAnswer',
      message: expect.stringContaining(
        'The 200 response of getProductUpgradeStatus is undocumented: the status Pending',
      ),
    }),
  )
  mock.clock.advance('1h')
  expect((await call(mock, `productUpgrades/${id}/status`)).body).toMatchObject({ status: 'Completed' })
})

test('a strict mock sends documented faults only', async () => {
  const mock = createPartnerCenterMock({
    documentedOnly: true,
    tokens: ['token', { value: 'no-mfa', fault: 'legacyMfaRequired' }],
  })
  await create(mock)
  expect((await call(mock, 'productUpgrades')).body).toMatchObject({ code: '900109' })
  await expect(call(mock, 'productUpgrades', { headers: { Authorization: 'Bearer no-mfa' } })).rejects.toThrow('10001')
})

test('inferred responses are labeled in the journal', async () => {
  const mock = createPartnerCenterMock()
  await call(mock, `productUpgrades/${await create(mock)}/status`)
  expect(mock.requests.map(({ inferred }) => inferred)).toEqual([undefined, 'the status Pending'])
})

test.each(
  Object.values(contract.faults).filter(
    ({ operations, parameters }) => 'createProductUpgrade' in operations && !parameters.includes('upgradeId'),
  ),
)('a customer may have the condition $code ($name)', async ({ code, name, status, operations }) => {
  const byName = createPartnerCenterMock({ customers: [{ id: customerId, condition: name }] })
  const seen = await call(byName, 'productUpgrades')
  expect(seen).toMatchObject({ status, body: { code } })
  expect(JSON.stringify(seen.body)).not.toMatch(/\{\d\}/)
  // An operation that is not known to respond with the fault reports it as the reason.
  const check = await call(byName, 'productUpgrades/eligibility')
  if ('checkProductUpgradeEligibility' in operations) expect(check).toMatchObject({ status, body: { code } })
  else expect(check).toMatchObject({ status: 200, body: { isEligible: false, reason: expect.stringMatching(/./) } })
})

test.each(['900109', '900110', '900106', '900111'])(
  '%s results from an upgrade and is not a condition',
  (condition) => {
    expect(() => createPartnerCenterMock({ customers: [{ id: customerId, condition }] })).toThrow(
      'results from an upgrade',
    )
  },
)

test('calls are throttled with a computed Retry-After and the documented text', async () => {
  const mock = createPartnerCenterMock({ throttling: [{ requests: 1, per: '60s', by: 'customer' }] })
  await call(mock, 'productUpgrades/eligibility')
  mock.clock.advance('3s')
  const seen = await call(mock, 'productUpgrades/eligibility')
  expect(seen.status).toBe(429)
  expect(seen.headers.get('retry-after')).toBe('57')
  expect(seen.body).toEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' })
  mock.clock.advance('57s')
  expect((await call(mock, 'productUpgrades/eligibility')).status).toBe(200)
})

test("a token expires by the mock's clock, and another has its own fault", async () => {
  const mock = createPartnerCenterMock({
    tokens: [
      { value: 'token', expiresAt: '2026-01-01T01:00:00Z' },
      { value: 'app-only', fault: '900329' },
    ],
  })
  expect((await call(mock, 'productUpgrades/eligibility')).status).toBe(200)
  mock.clock.advance('1h')
  expect((await call(mock, 'productUpgrades/eligibility')).status).toBe(401)
  const appOnly = await call(mock, 'productUpgrades', { headers: { Authorization: 'Bearer app-only' } })
  expect(appOnly).toMatchObject({ status: 403, body: { code: '900329' } })
})

test('a function may choose the fault for a token', async () => {
  const mock = createPartnerCenterMock({ tokens: () => 'wrongTokenAudience' })
  const seen = await call(mock, 'productUpgrades')
  expect(seen).toMatchObject({ status: 401, body: { code: '900420' } })
  expect(seen.headers.get('www-authenticate')).toMatch(/^OAuth /)
})

test('with deduplication off, a repeated MS-RequestId is a new call', async () => {
  const mock = createPartnerCenterMock({ deduplicate: false })
  const headers = { 'MS-RequestId': requestId }
  await create(mock, { headers })
  expect((await call(mock, 'productUpgrades', { headers })).status).toBe(409)
})
