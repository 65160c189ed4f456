import { expect, test } from 'vitest'
import { createSkippingClock } from '../../test/clock.ts'
import {
  accepted,
  completed,
  customerId,
  fault,
  request,
  requestId,
  type Step,
  script,
  upgrade,
  upgradeId,
} from '../../test/service.ts'
import {
  type AuditRecord,
  createProductUpgradesClient,
  detailsOf,
  type ProductUpgradesClientOptions,
} from '../index.ts'
import { describeForSupport } from '../support.ts'

function setUp(steps: readonly Step[], options: Partial<ProductUpgradesClientOptions> = {}) {
  const records: AuditRecord[] = []
  const { fetch, seen } = script(...steps)
  const clock = createSkippingClock()
  const onAudit = (record: AuditRecord) => records.push(record)
  const upgrades = createProductUpgradesClient({
    credential: 'token',
    clock,
    fetch,
    random: () => 1,
    onAudit,
    ...options,
  })
  return { upgrades, records, seen }
}

const answered = { 'MS-CV': 'iqOqN0FnaE2y0HcD.0', 'MS-ServerId': '030020525' }
const busy = () => new Response(null, { status: 429, headers: { ...answered, 'Retry-After': '57' } })

test('one audit record covers a call and all its attempts', async () => {
  const { upgrades, records, seen } = setUp([busy(), accepted()])
  await upgrades.create(request, { requestId })
  expect(records).toEqual([
    {
      version: 1,
      call: 'create',
      requestId,
      customerId,
      upgradeId,
      outcome: 'success',
      startedAt: '2026-01-01T00:00:00.000Z',
      duration: 57_000,
      attempts: [
        {
          operation: 'createProductUpgrade',
          requestId,
          correlationId: seen[0]?.headers.get('MS-CorrelationId'),
          startedAt: '2026-01-01T00:00:00.000Z',
          duration: 0,
          status: 429,
          cv: 'iqOqN0FnaE2y0HcD.0',
          serverId: '030020525',
          effect: 'none',
          retryAfter: 57_000,
        },
        {
          operation: 'createProductUpgrade',
          requestId,
          correlationId: seen[1]?.headers.get('MS-CorrelationId'),
          startedAt: '2026-01-01T00:00:57.000Z',
          duration: 0,
          status: 202,
          effect: 'accepted',
        },
      ],
    },
  ])
})

test('each attempt has its own correlation ID, unless the caller sets one', async () => {
  const { upgrades, seen } = setUp([busy(), accepted(), busy(), accepted()])
  await upgrades.create(request)
  await upgrades.create({ ...request, customerId: requestId }, { correlationId: requestId })
  const ids = seen.map(({ headers }) => headers.get('MS-CorrelationId'))
  expect(ids[0]).not.toBe(ids[1])
  expect(ids.slice(2)).toEqual([requestId, requestId])
})

test('requests that look for the upgrade of a create use other request IDs', async () => {
  const { upgrades, records } = setUp(
    [new Response(null, { status: 502 }), Response.json({ ...request, isEligible: true }), accepted()],
    { settleFor: 1 },
  )
  await upgrades.create(request, { requestId })
  const [first, second, third] = records[0]?.attempts ?? []
  expect([first?.requestId, third?.requestId]).toEqual([requestId, requestId])
  expect(second?.operation).toBe('checkProductUpgradeEligibility')
  expect(second?.requestId).not.toBe(requestId)
})

test('a failed call is recorded with the error and its code', async () => {
  const { upgrades, records } = setUp([fault(403, '900105')])
  await expect(upgrades.create(request)).rejects.toThrow()
  expect(records).toMatchObject([{ outcome: 'FaultError', code: '900105', customerId }])
})

test('detailsOf returns the call of each result and error', async () => {
  const { upgrades } = setUp([accepted(), fault(403, '900105')])
  const details = { requestId, attempts: [{ status: 202 }] }
  expect(detailsOf(await upgrades.create(request, { requestId }))).toMatchObject(details)
  const other = { ...request, customerId: requestId }
  const error = await upgrades.create(other, { requestId }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ requestId, attempts: [{ status: 403 }] })
  expect(detailsOf(Object(error))).toMatchObject({ requestId, attempts: [{ status: 403 }] })
  expect(detailsOf({})).toBeUndefined()
})

test('detailsOf returns the call of each status that watch yields', async () => {
  const { upgrades } = setUp([Response.json(completed)])
  for await (const status of upgrades.watch(upgrade)) {
    expect(detailsOf(status)).toMatchObject({ attempts: [{ operation: 'getProductUpgradeStatus', status: 200 }] })
  }
})

test('a call through http keeps the IDs it is given', async () => {
  const { upgrades, seen } = setUp([Response.json({ ...request, isEligible: true })])
  const headers = { 'MS-RequestId': requestId, 'MS-CorrelationId': upgradeId }
  await upgrades.http.POST('/v1/productUpgrades/eligibility', { body: request, headers })
  expect(seen[0]?.headers.get('MS-RequestId')).toBe(requestId)
  expect(seen[0]?.headers.get('MS-CorrelationId')).toBe(upgradeId)
})

test('hooks receive each request, response and retry, but no token', async () => {
  const heard: unknown[] = []
  const { upgrades, seen } = setUp([busy(), accepted()], {
    onRequest: ({ headers, ...event }) => {
      expect(headers.has('Authorization')).toBe(false)
      headers.set('traceparent', '00-1-2-03')
      heard.push(['request', event.url])
    },
    onResponse: ({ status, headers }) => heard.push(['response', status, headers instanceof Headers]),
    onRetry: ({ delay, status }) => heard.push(['retry', delay, status]),
  })
  await upgrades.create(request)
  const url = 'https://api.partnercenter.microsoft.com/v1/productUpgrades'
  expect(heard).toEqual([
    ['request', url],
    ['response', 429, true],
    ['retry', 57_000, 429],
    ['request', url],
    ['response', 202, true],
  ])
  expect(seen[0]?.headers.get('traceparent')).toBe('00-1-2-03')
})

test('errors of hooks are ignored', async () => {
  const fail = () => {
    throw new Error('the log is full')
  }
  const { upgrades } = setUp([busy(), accepted()], {
    onRequest: fail,
    onResponse: fail,
    onRetry: fail,
    onAudit: async () => fail(),
  })
  expect(await upgrades.create(request)).toMatchObject({ upgradeId })
})

test('a call through http has IDs, retries and an audit record like any other', async () => {
  const { upgrades, records, seen } = setUp([busy(), Response.json({ ...request, isEligible: true })])
  const { data, response } = await upgrades.http.POST('/v1/productUpgrades/eligibility', { body: request })
  expect(data?.isEligible).toBe(true)
  expect(seen[0]?.headers.get('MS-RequestId')).toBe(records[0]?.requestId)
  expect(records).toMatchObject([{ call: 'http', attempts: [{ status: 429 }, { status: 200 }] }])
  expect(response.status).toBe(200)
})

test('a create through http is not retried after an ambiguous response', async () => {
  const { upgrades, seen } = setUp([new Response(null, { status: 502 })])
  const { response } = await upgrades.http.POST('/v1/productUpgrades', { body: request })
  expect(response.status).toBe(502)
  expect(seen).toHaveLength(1)
})

test('an error is described for support in one paragraph', async () => {
  const { upgrades, seen } = setUp([fault(400, '900118', 'Invalid Customer ID', answered)])
  const error = await upgrades.create(request, { requestId }).catch((thrown: unknown) => thrown)
  expect(describeForSupport(error)).toBe(
    'FaultError: createProductUpgrade failed with 400 900118: Invalid Customer ID. ' +
      `MS-RequestId ${requestId}; 1 HTTP request was sent. ` +
      '(1) createProductUpgrade at 2026-01-01T00:00:00.000Z, status 400 after 0 ms, ' +
      `MS-CorrelationId ${seen[0]?.headers.get('MS-CorrelationId')}, MS-CV iqOqN0FnaE2y0HcD.0, MS-ServerId 030020525.`,
  )
  expect(describeForSupport(new Error('x'))).toContain('not an error')
})

test.for([
  ["a web filter's page", new Response('<html>Sign in</html>', { status: 200 }), true],
  ["a gateway's page", new Response('<html>502</html>', { status: 502 }), true],
  ['a refusal without a body or an ID', new Response(null, { status: 403 }), true],
  ['a refusal from Partner Center', fault(400, '900105'), undefined],
  ['a response from Partner Center', Response.json({ ...request, isEligible: true }), undefined],
] as const)('the record of %s says whether Partner Center sent it', async ([, answer, foreign]) => {
  const { upgrades, records } = setUp([() => answer], { retries: 0 })
  await upgrades.checkEligibility(request).catch(() => {})
  expect(records[0]?.attempts.map((attempt) => attempt.foreign)).toEqual([foreign])
})
