import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { createSkippingClock } from '../test/clock.ts'
import {
  accepted,
  baseUrl,
  completed,
  customerId,
  fault,
  request,
  requestId,
  type Step,
  script,
  upgrade,
  upgradeId,
} from '../test/service.ts'
import { createProductUpgradesClient, isFault, type ProductUpgradesClientOptions } from './index.ts'

function setUp(steps: readonly Step[], options: Partial<ProductUpgradesClientOptions> = {}) {
  const { fetch, seen } = script(...steps)
  const clock = createSkippingClock()
  return { seen, clock, upgrades: createProductUpgradesClient({ credential: 'token', clock, fetch, ...options }) }
}

test('eligibility is returned exactly as the service sent it', async () => {
  const body = {
    customerId: 'c1958bc7-3284-4952-a257-de594ee64743',
    isEligible: true,
    productFamily: 'azure',
    news: null,
  }
  const { upgrades, seen } = setUp([Response.json(body)])
  expect(await upgrades.checkEligibility(request)).toEqual(body)
  expect(seen[0]).toMatchObject({ path: '/v1/productUpgrades/eligibility', body: request, redirect: 'manual' })
})

test('create returns a reference in plain JSON', async () => {
  const { upgrades, seen } = setUp([accepted()])
  const reference = await upgrades.create(request, { requestId })
  expect(reference).toStrictEqual({ upgradeId, customerId, productFamily: 'Azure', baseUrl })
  expect(JSON.parse(JSON.stringify(reference))).toStrictEqual(reference)
  expect(seen[0]?.path).toBe('/v1/productUpgrades')
  expect(seen[0]?.headers.get('MS-RequestId')).toBe(requestId)
})

test('a body in the response to a create is tolerated', async () => {
  const answer = Response.json(completed, { status: 202, headers: { Location: `productUpgrades/${upgradeId}` } })
  const { upgrades } = setUp([answer])
  expect(await upgrades.create(request)).toMatchObject({ upgradeId })
})

test('every call sends the documented headers', async () => {
  const { upgrades, seen } = setUp([accepted()], {
    application: 'Contoso Portal',
    locale: 'fr-FR',
    validateMfa: true,
    headers: { 'X-Mine': '1' },
  })
  await upgrades.create(request, { headers: { 'X-Call': '2' } })
  const { 'ms-requestid': id, 'ms-correlationid': correlation, ...headers } = Object.fromEntries(seen[0]?.headers ?? [])
  expect(id).toMatch(/^[\da-f-]{36}$/)
  expect(correlation).toMatch(/^[\da-f-]{36}$/)
  expect(headers).toEqual({
    accept: 'application/json',
    authorization: 'Bearer token',
    'content-type': 'application/json',
    'ms-contract-version': 'v1',
    'ms-partnercenter-application': 'Contoso Portal',
    validatemfa: 'true',
    'x-locale': 'fr-FR',
    'x-mine': '1',
    'x-call': '2',
  })
})

test('a status without a Content-Type is read as JSON, unchanged', async () => {
  const strange = { ...completed, status: 'Unheard', extra: { a: null }, lineItems: null }
  const { upgrades, seen } = setUp([new Response(JSON.stringify(strange))])
  expect(await upgrades.getStatus(upgrade)).toEqual(strange)
  expect(seen[0]).toMatchObject({ path: `/v1/productUpgrades/${upgradeId}/status`, body: request })
})

test('a fault has its operation, status, code and description', async () => {
  const { upgrades } = setUp([fault(404, '900106', 'No upgrade request was found')])
  const error = await upgrades.getStatus(upgrade).catch((thrown: unknown) => thrown)
  if (!isFault(error, 'getProductUpgradeStatus')) throw error
  expect(error).toMatchObject({
    name: 'FaultError',
    operation: 'getProductUpgradeStatus',
    status: 404,
    code: '900106',
    serviceCode: '900106',
    description: 'No upgrade request was found',
  })
})

test.for([2000, '2000'])('a code outside the contract (%j) is unknown; its text is kept', async (code) => {
  const { upgrades } = setUp([fault(400, code)])
  await expect(upgrades.checkEligibility(request)).rejects.toMatchObject({ code: 'unknown', serviceCode: '2000' })
})

test('a code that belongs to another operation only is unknown, too', async () => {
  const { upgrades } = setUp([fault(404, '900106')])
  await expect(upgrades.create(request)).rejects.toMatchObject({ code: 'unknown', serviceCode: '900106' })
})

test('an upgrade is followed until it ends: each change is reported once, and polls are at growing intervals', async () => {
  const pending = { ...completed, status: 'Pending', lineItems: [] }
  const { upgrades, clock } = setUp(
    [pending, pending, pending, completed].map((body) => Response.json(body)),
    {
      random: () => 0.5,
    },
  )
  const statuses: string[] = []
  for await (const { status } of upgrades.watch(upgrade)) statuses.push(status)
  expect(statuses).toEqual(['Pending', 'Completed'])
  expect(clock.naps).toEqual([5_000, 7_500, 11_250])
})

test('waitForCompletion returns the completed status', async () => {
  const { upgrades } = setUp([Response.json({ ...completed, status: 'InProgress' }), Response.json(completed)])
  const progress: string[] = []
  const done = await upgrades.waitForCompletion(upgrade, { onProgress: ({ status }) => progress.push(status) })
  expect(done).toEqual(completed)
  expect(progress).toEqual(['InProgress', 'Completed'])
})

test('a poll of a running upgrade says when to poll again, at growing intervals', async () => {
  const running = () => Response.json({ ...completed, status: 'InProgress' })
  const { upgrades } = setUp([running(), running()], { random: () => 0.5 })
  const first = await upgrades.poll(upgrade)
  expect(first).toMatchObject({ outcome: 'running', nextDelay: 5_000 })
  expect(await upgrades.poll(upgrade, { lastDelay: first.nextDelay ?? 0 })).toMatchObject({ nextDelay: 7_500 })
})

test('ensure adopts the upgrade that eligibility names', async () => {
  const eligibility = { ...request, isEligible: false, upgradeId }
  const { upgrades, seen } = setUp([Response.json(eligibility), Response.json(completed)])
  expect(await upgrades.ensure(request)).toMatchObject({ upgradeId })
  expect(seen).toHaveLength(2)
})

test('middleware in http sees the caller abort', async () => {
  const { upgrades } = setUp([Response.json({ ...request, isEligible: true })])
  const controller = new AbortController()
  const seen: boolean[] = []
  upgrades.http.use({
    onRequest: ({ request: { signal } }) => {
      seen.push(signal.aborted)
      controller.abort()
      seen.push(signal.aborted)
    },
  })
  const options = { signal: controller.signal }
  await expect(upgrades.checkEligibility(request, options)).rejects.toMatchObject({ name: 'AbortError' })
  expect(seen).toEqual([false, true])
})

test('calls that share a signal leave no listener on it', async () => {
  const { upgrades } = setUp([Response.json({ ...request, isEligible: true })])
  const { signal } = new AbortController()
  await upgrades.checkEligibility(request, { signal })
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('middleware in http sees real requests and responses', async () => {
  const { upgrades } = setUp([Response.json({ ...request, isEligible: true })])
  const seen: unknown[] = []
  upgrades.http.use({
    onRequest: ({ request: sent }) => {
      seen.push(sent)
    },
    onResponse: ({ response }) => {
      seen.push(response)
    },
  })
  await upgrades.checkEligibility(request)
  expect(seen[0]).toBeInstanceOf(Request)
  expect(seen[1]).toBeInstanceOf(Response)
})
