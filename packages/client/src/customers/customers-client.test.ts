import { expect, test } from 'vitest'
import { createSkippingClock } from '../../test/clock.ts'
import { customerId, fault, requestId, type Step, script } from '../../test/service.ts'
import { type AuditRecord, createProductUpgradesClient, detailsOf, type ResponseEvent } from '../index.ts'
import { createCustomersClient, isAzurePlan, isLegacyAzure, isReseller } from './index.ts'

const planId = '3f15978e-005c-b763-bb78-2a8fab289c58'

function setUp(steps: readonly Step[], options: { readonly callsPerMinute?: number } = {}) {
  const { fetch, seen } = script(...steps)
  const clock = createSkippingClock()
  const events: ResponseEvent[] = []
  const records: AuditRecord[] = []
  const upgrades = createProductUpgradesClient({
    credential: 'token',
    fetch,
    clock,
    random: () => 1,
    onResponse: (event) => events.push(event),
    onAudit: (record) => records.push(record),
  })
  return { customers: createCustomersClient(upgrades, { clock, ...options }), upgrades, seen, clock, events, records }
}

const page = (ids: readonly string[], next?: object) =>
  Response.json({ totalCount: ids.length, items: ids.map((id) => ({ id })), ...(next && { links: { next } }) })

async function allOf<T>(list: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const each of list) found.push(each)
  return found
}

const token = (value: string) => [{ key: 'ms-continuationtoken', value }]

test('customers are listed page by page, with the query and the token of each link', async () => {
  const { customers, seen } = setUp([
    page(['a', 'b'], { uri: '/v1/customers?size=2&seekOperation=Next', headers: token('AAA=') }),
    page([], { uri: '/customers?size=2&seekOperation=Next&more=1', headers: token('BBB=') }),
    page(['c']),
  ])
  const counts: number[] = []
  const found = await allOf(customers.list({ pageSize: 2, onPage: (count) => counts.push(count) }))
  expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(counts).toEqual([2, 2, 3])
  expect(seen.map(({ url }) => url.replace('https://api.partnercenter.microsoft.com', ''))).toEqual([
    '/v1/customers?size=2',
    '/v1/customers?size=2&seekOperation=Next',
    '/v1/customers?size=2&seekOperation=Next&more=1',
  ])
  expect(seen.map(({ headers }) => headers.get('MS-ContinuationToken'))).toEqual([null, 'AAA=', 'BBB='])
})

test('no page is requested before it is needed', async () => {
  const { customers, seen } = setUp([page(['a', 'b'], { uri: '/v1/customers?seekOperation=Next' })])
  for await (const { id } of customers.list()) if (id === 'b') break
  expect(seen).toHaveLength(1)
  expect(seen[0]?.url).toMatch(/\?size=500$/)
})

test("a link to another origin is followed on the service's own origin, so that the token goes nowhere else", async () => {
  const { customers, seen } = setUp([
    page(['a'], { uri: 'https://elsewhere.example/v1/customers?size=1' }),
    page(['b']),
  ])
  await allOf(customers.list())
  expect(seen.map(({ url }) => new URL(url).host)).toEqual(Array(2).fill('api.partnercenter.microsoft.com'))
})

test('a list whose pages form a loop ends with an error', async () => {
  const next = { uri: '/v1/customers?size=1&seekOperation=Next', headers: token('AAA=') }
  const { customers } = setUp([page(['a'], next), page(['b'], next)])
  await expect(allOf(customers.list())).rejects.toThrow(/does not end/)
})

test('customers can be filtered by the start of the company name', async () => {
  const { customers, seen } = setUp([page([])])
  await allOf(customers.list({ companyName: 'A&B "c"' }))
  const filter = new URL(seen[0]?.url ?? '').searchParams.get('filter')
  expect(JSON.parse(filter ?? '')).toEqual({ Field: 'CompanyName', Value: 'A&B "c"', Operator: 'starts_with' })
})

test.for([0, 501, 1.5])('a page of %d customers is refused before anything is sent', async (pageSize) => {
  const { customers, seen } = setUp([])
  await expect(customers.list({ pageSize }).next()).rejects.toThrow('pageSize must be an integer from 1 to 500')
  expect(seen).toEqual([])
})

test.for([
  ['listSubscriptions', [], 'customerId'],
  ['listSubscriptions', ['contoso'], 'customerId'],
  ['listAgreements', [], 'customerId'],
  ['hasSignedDirectly', [], 'customerId'],
  ['hasAcceptedAgreement', ['..'], 'customerId'],
  ['listAzureEntitlements', [undefined, planId], 'customerId'],
  ['listAzureEntitlements', [customerId], 'subscriptionId'],
  ['listAzureEntitlements', [customerId, '..'], 'subscriptionId'],
] as const)('%s(%j) is refused before anything is sent: %s', async ([method, ids, name]) => {
  const { customers, seen } = setUp([])
  await expect(Reflect.apply(customers[method], undefined, ids)).rejects.toThrow(`${name} must be a GUID`)
  expect(seen).toEqual([])
})

test.for([0, -1, Number.NaN])('a limit of %d calls per minute is refused', (callsPerMinute) => {
  expect(() => setUp([], { callsPerMinute })).toThrow('callsPerMinute must be a number above 0')
})

test('each request goes to its path; events name its operation, and audit records name its call `http`', async () => {
  const { customers, events, records, seen } = setUp([
    page([]),
    Response.json({ items: [{ id: planId }] }),
    Response.json({ items: [] }),
    Response.json({ isSigned: false }),
    Response.json({ items: [] }),
  ])
  await allOf(customers.list())
  await customers.listSubscriptions(customerId)
  await customers.listAgreements(customerId)
  await customers.hasSignedDirectly(customerId)
  await customers.listAzureEntitlements(customerId, planId)
  const base = `/v1/customers/${customerId}`
  expect(seen.map(({ path }) => path)).toEqual([
    '/v1/customers',
    `${base}/subscriptions`,
    `${base}/agreements`,
    `${base}/directSignedMicrosoftCustomerAgreementStatus`,
    `${base}/subscriptions/${planId}/azureEntitlements`,
  ])
  const names = ['Customers', 'CustomerSubscriptions', 'CustomerAgreements'].map((name) => `list${name}`)
  expect(events.map(({ operation }) => operation)).toEqual([...names, 'getDirectSignStatus', 'listAzureEntitlements'])
  expect(new Set(records.map(({ call }) => call))).toEqual(new Set(['http']))
  expect(events.every(({ effect }) => effect === undefined)).toBe(true)
})

test('either way of accepting the agreement counts, and the second is checked only if the first was not used', async () => {
  const signed = setUp([Response.json({ isSigned: true })])
  expect(await signed.customers.hasAcceptedAgreement(customerId)).toBe(true)
  const confirmed = setUp([Response.json({ isSigned: false }), Response.json({ items: [{}] })])
  expect(await confirmed.customers.hasAcceptedAgreement(customerId)).toBe(true)
  const neither = setUp([Response.json({ isSigned: false }), Response.json({ items: [] })])
  expect(await neither.customers.hasAcceptedAgreement(customerId)).toBe(false)
  expect(neither.seen[1]?.url).toMatch(/agreements\?agreementType=MicrosoftCustomerAgreement$/)
})

test.for([
  ['the type in other letters', { type: 'microsoftCustomerAgreement' }, true],
  ['no type', { type: null }, true],
  ['an agreement of another type, which was not requested', { type: 'MicrosoftCloudAgreement' }, false],
  ['no object', null, false],
] as const)('whether a confirmation with %s counts', async ([, item, counts]) => {
  const { customers } = setUp([Response.json({ isSigned: false }), Response.json({ items: [item] })])
  expect(await customers.hasAcceptedAgreement(customerId)).toBe(counts)
})

test('a refusal is a fault of the operation, with its code and the requests that led to it', async () => {
  const { customers } = setUp([fault(403, '20002', 'No relationship')])
  await expect(customers.listSubscriptions(customerId)).rejects.toMatchObject({
    name: 'FaultError',
    operation: 'listCustomerSubscriptions',
    code: '20002',
    attempts: [{ operation: 'listCustomerSubscriptions', status: 403 }],
  })
  const other = setUp([fault(403, '900105', 'Of an upgrade')])
  await expect(other.customers.listSubscriptions(customerId)).rejects.toMatchObject({
    code: 'unknown',
    serviceCode: '900105',
  })
  const appOnly = setUp([fault(403, '900329')])
  await expect(appOnly.customers.listAgreements(customerId)).rejects.toMatchObject({
    name: 'AuthenticationError',
    reason: 'appOnly',
  })
})

test.for([
  ['not an object', Response.json([]), 'The response is not a JSON object'],
  ['without a list', Response.json({ items: 'none' }), 'The response has no list of items'],
] as const)('a response that is %s violates the contract', async ([, answer, message]) => {
  const { customers } = setUp([answer])
  await expect(customers.listSubscriptions(customerId)).rejects.toThrow(message)
})

test('a response that does not say whether the customer has signed violates the contract', async () => {
  const { customers } = setUp([Response.json({ isSigned: 'yes' })])
  await expect(customers.hasSignedDirectly(customerId)).rejects.toThrow(/does not say whether/)
})

test('transient failures are retried', async () => {
  const { customers, seen } = setUp([new Response(null, { status: 503 }), Response.json({ items: [] })])
  expect(await customers.listSubscriptions(customerId)).toEqual([])
  expect(seen).toHaveLength(2)
})

test('calls are spaced evenly, however many are made at once', async () => {
  const answers = Array.from({ length: 4 }, () => Response.json({ items: [] }))
  const { customers, clock } = setUp(answers, { callsPerMinute: 60 })
  const before = clock.now()
  await Promise.all(answers.map(() => customers.listSubscriptions(customerId)))
  expect(clock.now() - before).toBeGreaterThanOrEqual(3_000)
})

test('an abort ends a call that is waiting for its turn', async () => {
  const { customers, seen } = setUp([Response.json({ items: [] })], { callsPerMinute: 1 })
  await customers.listSubscriptions(customerId)
  const signal = AbortSignal.abort()
  await expect(customers.listSubscriptions(customerId, { signal })).rejects.toMatchObject({ name: 'AbortError' })
  expect(seen).toHaveLength(1)
})

test('an abort ends a call whose request is in flight', async () => {
  const controller = new AbortController()
  const { customers } = setUp([
    (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
        controller.abort()
      }),
  ])
  const call = customers.listSubscriptions(customerId, { signal: controller.signal })
  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
})

test('a response can be checked against the contract', async () => {
  const { fetch } = script(Response.json({ items: [{ id: 'x' }] }))
  const checked: unknown[] = []
  const customers = createCustomersClient(createProductUpgradesClient({ credential: 'token', fetch }), {
    validate: (...given) => checked.push(given),
  })
  await customers.listSubscriptions(customerId)
  expect(checked).toEqual([['listCustomerSubscriptions', { items: [{ id: 'x' }] }]])
})

test("legacy Azure is distinguished from the plan, and a reseller's customers from others", () => {
  const legacy = { billingType: 'Usage', offerId: 'ms-azr-0145P' }
  const plan = { billingType: 'usage', offerId: 'DZH318Z0BPS6:0001:DZH318Z0BML3' }
  const others = [{}, { ...legacy, billingType: 'license' }, { ...legacy, offerId: 'NOT-MS-AZR-0145P' }]
  expect([legacy, plan, ...others].map(isLegacyAzure)).toEqual([true, false, false, false, false])
  expect([legacy, plan, {}, { billingType: 'usage' }].map(isAzurePlan)).toEqual([false, true, false, true])
  const relationships = ['reseller', 'Reseller', 'advisor', null]
  expect(relationships.map((relationshipToPartner) => isReseller({ relationshipToPartner }))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('an item that is no object is of no kind', () => {
  const items: readonly never[] = JSON.parse('[null, "text", 5, []]')
  for (const is of [isReseller, isLegacyAzure, isAzurePlan]) expect(items.map(is)).toEqual([false, false, false, false])
})

// Only `POST /productUpgrades` is treated as a create, whatever else is sent through `http`.
test.for([
  ['GET', '/v1/customers', 'http', undefined, 2],
  ['POST', '/v1/orders', 'http', 'possible', 1],
  ['POST', '/v1/productUpgrades', 'createProductUpgrade', 'possible', 1],
  ['POST', '/v1/productUpgrades/eligibility', 'checkProductUpgradeEligibility', undefined, 2],
  ['POST', '/v1/productUpgrades/eligibility/more', 'http', 'possible', 1],
  ['POST', `/v1/productUpgrades/${planId}/status`, 'getProductUpgradeStatus', undefined, 2],
  ['POST', `/v1/productUpgrades/${planId}/status/`, 'getProductUpgradeStatus', undefined, 2],
  ['POST', `/v1/productUpgrades/${planId}/status/more`, 'http', 'possible', 1],
  ['POST', '/v1/productUpgrades/more', 'http', 'possible', 1],
] as const)(
  '%s %s through http is named %s, has the effect %s, and is sent %d times',
  async ([method, path, name, effect, times]) => {
    const unavailable = (): Response => new Response(null, { status: 503 })
    const { upgrades, events } = setUp([unavailable(), Response.json({})])
    // The types of `http` reject paths outside the contract, so this goes around them.
    const send: (...args: unknown[]) => Promise<{ response: Response }> = Reflect.get(Object(upgrades.http), 'request')
    const { response } = await send(method, path, { headers: { 'MS-RequestId': requestId } })
    expect(events.map(({ operation }) => operation)).toEqual(Array(times).fill(name))
    expect(events[0]?.effect).toBe(effect)
    expect(detailsOf(response)?.requestId).toBe(requestId)
  },
)
