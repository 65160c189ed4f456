import { findGuids, isGuid } from '@partner-upgrades/spec'
import { expect, test } from 'vitest'
import { createSkippingClock } from '../../test/clock.ts'
import {
  accepted,
  completed,
  fault,
  request,
  requestId,
  type Step,
  script,
  upgrade,
  upgradeId,
} from '../../test/service.ts'
import { type AuditRecord, createProductUpgradesClient } from '../index.ts'

function setUp(...steps: readonly Step[]) {
  const { fetch, seen } = script(...steps)
  const records: AuditRecord[] = []
  const clock = createSkippingClock()
  const onAudit = (record: AuditRecord) => records.push(record)
  const upgrades = createProductUpgradesClient({ credential: 'token', fetch, clock, random: () => 1, onAudit })
  return { upgrades, seen, records, clock }
}

const eligible = (more: object = {}) => Response.json({ ...request, isEligible: true, ...more })

// "Upon receiving a response, the value should be reset for the next call": an ID belongs to one call only.
test('requests that look for the upgrade of a create have their own request IDs', async () => {
  const { upgrades, seen } = setUp(eligible(), accepted())
  await upgrades.ensure(request)
  const ids = seen.map(({ headers }) => headers.get('MS-RequestId'))
  expect(ids[0]).not.toBe(ids[1])
})

test('any other call uses the given request ID, and is audited under its name', async () => {
  const { upgrades, seen, records } = setUp(eligible(), Response.json(completed), Response.json(completed))
  await upgrades.checkEligibility(request, { requestId })
  await upgrades.getStatus(upgrade, { requestId })
  await upgrades.poll(upgrade, { requestId })
  expect(seen.map(({ headers }) => headers.get('MS-RequestId'))).toEqual([requestId, requestId, requestId])
  expect(records.map(({ call }) => call)).toEqual(['checkEligibility', 'getStatus', 'poll'])
})

test('a failed upgrade does not prevent another, if the customer is eligible again', async () => {
  const failed = () => Response.json({ ...completed, status: 'Failed', lineItems: [] })
  const again = setUp(
    eligible({ upgradeId }),
    failed(),
    accepted('productUpgrades/0e6c6f5c-0c8d-4d6f-9f4c-3f1f7f2a9a51'),
  )
  expect((await again.upgrades.ensure(request)).upgradeId).toBe('0e6c6f5c-0c8d-4d6f-9f4c-3f1f7f2a9a51')
  const running = setUp(eligible({ upgradeId }), Response.json({ ...completed, status: 'Pending', lineItems: [] }))
  expect((await running.upgrades.ensure(request)).upgradeId).toBe(upgradeId)
  const barred = setUp(eligible({ isEligible: false, upgradeId }), failed())
  expect((await barred.upgrades.ensure(request)).upgradeId).toBe(upgradeId)
})

test('a response replaced by a middleware is used', async () => {
  const { upgrades } = setUp(eligible())
  upgrades.http.use({ onResponse: () => Response.json({ ...request, isEligible: false, reason: 'by the middleware' }) })
  expect(await upgrades.checkEligibility(request)).toMatchObject({ isEligible: false, reason: 'by the middleware' })
})

test('claims in base64url are decoded; any other text is kept unchanged', async () => {
  const asked: (string | undefined)[] = []
  const challenge = (claims: string) =>
    new Response(null, { status: 401, headers: { 'WWW-Authenticate': `Bearer realm="", claims="${claims}"` } })
  for (const claims of ['Pj4-Pz8_', '{not in Base64}']) {
    const { fetch } = script(challenge(claims), eligible())
    let tokens = 0
    const upgrades = createProductUpgradesClient({
      fetch,
      credential: (wanted) => {
        asked.push(wanted.claims)
        return { token: `token-${++tokens}`, expiresOnTimestamp: Number.MAX_VALUE }
      },
    })
    await upgrades.checkEligibility(request)
  }
  expect(asked).toEqual([undefined, '>>>???', undefined, '{not in Base64}'])
})

test('a Retry-After of exactly the maximum is waited out', async () => {
  const { upgrades, clock } = setUp(new Response(null, { status: 429, headers: { 'Retry-After': '120' } }), eligible())
  await upgrades.checkEligibility(request)
  expect(clock.naps).toEqual([120_000])
})

test("a reference's deadline ends watching before a later timeout", async () => {
  const answers = Array.from({ length: 200 }, () => Response.json({ ...completed, status: 'Pending', lineItems: [] }))
  const { upgrades, clock } = setUp(...answers)
  const begin = clock.now()
  const deadline = new Date(begin + 600_000).toISOString()
  const wait = upgrades.waitForCompletion({ ...upgrade, deadline }, { timeout: 3_600_000 })
  await expect(wait).rejects.toMatchObject({ name: 'WaitDeadlineError' })
  expect(clock.now() - begin).toBeLessThanOrEqual(600_000)
})

test('trailing slashes of a base URL are ignored', () => {
  const { baseUrl } = createProductUpgradesClient({ credential: 't', baseUrl: 'https://proxy.example/partner//' })
  expect(baseUrl).toBe('https://proxy.example/partner')
})

test('only a string can be a GUID, and a string may contain none', () => {
  expect(isGuid(upgradeId)).toBe(true)
  expect(isGuid([upgradeId])).toBe(false)
  expect(findGuids('none at all')).toEqual([])
})

test('a status with null line items still has an outcome', async () => {
  const { upgrades } = setUp(
    Response.json({ ...completed, lineItems: [null] }),
    Response.json({ ...completed, lineItems: null }),
  )
  expect((await upgrades.poll(upgrade)).outcome).toBe('completed')
  expect((await upgrades.poll(upgrade)).outcome).toBe('completed')
})

test('a create that conflicts with another upgrade fails with the fault that names it', async () => {
  const told = `This upgrade is not allowed as original upgrade ${upgradeId} is in progress`
  const { upgrades } = setUp(fault(409, '900109', told))
  await expect(upgrades.create(request)).rejects.toMatchObject({ name: 'FaultError', code: '900109', upgradeId })
})

test('after an attempt with an unknown outcome, attempts that are never sent leave the outcome unknown', async () => {
  const refused = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })
  const { upgrades } = setUp(new Response(null, { status: 502 }), eligible(), ...Array<Error>(4).fill(refused))
  await expect(upgrades.create(request, { requestId })).rejects.toMatchObject({
    name: 'OutcomeUnknownError',
    requestId,
  })
  const { upgrades: others } = setUp(...Array<Error>(4).fill(refused))
  await expect(others.create(request, { requestId })).rejects.toMatchObject({ name: 'ConnectionError', unsent: true })
})
