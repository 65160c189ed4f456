import { createCustomersClient } from '@partner-upgrades/client/customers'
import { allOf, documentedPlan, documentedUpgrade } from '../../test/calls.ts'
import { publishedFaults } from '../../test/documented-faults.ts'
import { callOf, check, create, customerId, follow, forEach, ofCustomer, request, type Situation } from './situation.ts'

const upgrading = [check, create, follow]
const all = [...upgrading, 'listCustomers', ...ofCustomer]
const completed = { id: documentedUpgrade().upgradeId, customerId, completedAt: '2019-08-29T23:47:28.8524555Z' }
const otherCustomer = '58e2af4f-0ad3-4688-8744-be2357cd939a'
const otherUpgrade = { id: 'a0b1c2d3-0000-4000-8000-000000000001', customerId: otherCustomer }

const successes: readonly Situation[] = [
  ...forEach([check], 'for a customer that can be upgraded', 200, 'documented', {
    expected: { customerId, isEligible: true },
  }),
  ...forEach([check], 'for a customer that has been upgraded', 200, 'alreadyUpgrading', {
    options: { upgrades: [completed] },
    expected: { isEligible: false, upgradeId: completed.id },
  }),
  ...forEach([create], 'for a customer that can be upgraded', 202, '', {
    expected: { ...request },
  }),
  ...forEach([follow], 'of a completed upgrade', 200, 'documented', {
    options: { upgrades: [completed] },
    expected: { status: 'Completed', lineItems: [{ upgradedDate: '2019-08-29T23:47:28.8524555Z' }] },
  }),
  ...forEach([follow], 'of an upgrade that has not begun', 200, 'pending', {
    options: { upgrades: [{ id: completed.id, customerId, status: 'Pending' }] },
    expected: { id: completed.id, status: 'Pending' },
  }),
]

const first = 'b44bb1fb-c595-45b0-9e09-d657365580bf'
/** The subscription on the page of 2015, which is not one of Azure. */
const nickname = { id: '83ef9d05-4169-4ef9-9657-0e86b1eab1de', friendlyName: 'nickname', billingType: 'none' }
const underPlan = { sourceProduct: { id: documentedPlan.azureId, name: 'Microsoft Azure' } }

const customers: readonly Situation[] = [
  ...forEach(['listCustomers'], 'all on one page', 200, 'twoCustomers', { expected: { id: first } }),
  ...forEach(['listCustomers'], 'one per page', 200, 'firstPage', {
    call: async (client) => {
      const found = await allOf(createCustomersClient(client).list({ pageSize: 1 }))
      return { ids: found.map(({ id }) => id) }
    },
    expected: { ids: [first, '45c44870-ef77-4fdd-b6fe-3dacb075cff2'] },
  }),
  ...forEach(['listCustomerSubscriptions'], 'before an upgrade', 200, 'legacyAzure', {
    expected: [{ offerId: 'MS-AZR-0145P', billingType: 'usage', status: 'active' }],
  }),
  ...forEach(['listCustomerSubscriptions'], 'after an upgrade', 200, 'azurePlan', {
    options: { upgrades: [completed] },
    expected: [{ offerName: 'Microsoft Azure plan', status: 'active' }],
  }),
  ...forEach(['listCustomerSubscriptions'], 'of a customer without Azure', 200, 'documented', {
    options: { customers: [{ id: customerId, condition: '900108', otherSubscriptions: [nickname] }] },
    expected: [nickname],
  }),
  ...forEach(['listCustomerAgreements'], 'that the partner has confirmed', 200, 'confirmed', {
    options: { customers: [{ id: customerId, agreement: 'confirmed' }] },
    expected: [{ type: 'MicrosoftCustomerAgreement' }, { type: 'MicrosoftCustomerAgreement' }],
  }),
  ...forEach(['listCustomerAgreements'], 'that nobody has confirmed', 200, 'none', { expected: [] }),
  ...forEach(['getDirectSignStatus'], 'of a customer who has signed', 200, 'documented', {
    expected: { isSigned: true },
  }),
  ...forEach(['getDirectSignStatus'], 'of a customer who has not', 200, 'notSigned', {
    options: { customers: [{ id: customerId, agreement: 'none' }] },
    expected: { isSigned: false },
  }),
  ...forEach(['listAzureEntitlements'], 'after an upgrade', 200, 'documented', {
    options: {
      customers: [{ id: customerId, azurePlanId: documentedPlan.planId, lineItems: [underPlan] }],
      upgrades: [completed],
    },
    expected: [{ id: documentedPlan.azureId, friendlyName: 'Microsoft Azure', subscriptionId: documentedPlan.planId }],
  }),
  ...forEach(['listAzureEntitlements'], 'of a plan that is not there', 404, 'notFound', {}),
]

const upgrades: readonly Situation[] = [
  ...forEach([create], 'while an upgrade is under way', 409, '900109', {
    options: { upgrades: [{ id: completed.id, customerId, status: 'InProgress' }] },
    expected: { upgradeId: completed.id },
  }),
  ...forEach([create], 'for a customer that has been upgraded', 400, '900110', {
    options: { upgrades: [completed] },
    expected: { upgradeId: completed.id },
  }),
  ...forEach([follow], 'of an upgrade that does not exist', 404, '900106', {}),
  ...forEach([follow], 'of the upgrade of another customer', 400, '900111', {
    options: { upgrades: [completed, otherUpgrade] },
    call: (client) => client.getStatus({ ...documentedUpgrade(), customerId: otherCustomer }),
    expected: { upgradeId: otherUpgrade.id },
  }),
]

const conditions: readonly Situation[] = [
  ...['900105', '900107', '900108', '900119', '900120', '900127', '900130'].flatMap((condition) =>
    forEach(
      [create],
      `for a customer with the condition ${condition}`,
      publishedFaults[condition]?.status ?? 0,
      condition,
      {
        options: { customers: [{ id: customerId, condition }] },
      },
    ),
  ),
  ...forEach([check], 'for a customer with the condition 900127', 400, '900127', {
    options: { customers: [{ id: customerId, condition: '900127' }] },
  }),
  ...forEach([...upgrading, ...ofCustomer], "about another partner's customer", 403, '20002', {
    options: { customers: [] },
  }),
]

const tokens: readonly Situation[] = [
  ...forEach(all, 'with a token that is not accepted', 401, 'accessDenied', { options: { tokens: [] } }),
  ...[
    [401, '10001'],
    [401, '900420'],
    [401, '900421'],
    [403, '900329'],
  ].flatMap(([status, code]) =>
    forEach(
      code === '900329' ? [...upgrading, 'listCustomerAgreements', 'getDirectSignStatus'] : all,
      `with a token that meets ${code}`,
      Number(status),
      String(code),
      {
        options: { tokens: [{ value: 'any-token', fault: String(code) }] },
      },
    ),
  ),
]

const limits: readonly Situation[] = all.flatMap((operation) =>
  forEach([operation], 'right after another call', 429, 'rateLimitExceeded', {
    options: { throttling: [{ requests: 1, per: '60s' }], upgrades: [completed] },
    before: (client) => client.checkEligibility(request),
    ...(callOf[operation] && { call: callOf[operation] }),
    expected: { retryAfter: 60_000 },
  }),
)

const header = (name: string, value: string) => (init: RequestInit) => {
  const headers = new Headers(init.headers)
  headers.set(name, value)
  return { ...init, headers }
}
const bodyOf = (value: object) => (init: RequestInit) => ({ ...init, body: JSON.stringify(value) })

const spoiled: readonly Situation[] = [
  ...forEach(upgrading, 'with a body cut short', 400, '800002', {
    spoil: (init) => ({ ...init, body: '{"customerId":' }),
  }),
  ...forEach(['listCustomers', ...ofCustomer], 'with a correlation ID that is not a GUID', 400, '800002', {
    spoil: header('MS-CorrelationId', 'mine'),
  }),
  ...forEach(upgrading, 'with a wrong customer ID', 400, '900118', { spoil: bodyOf({ ...request, customerId: '1' }) }),
  ...forEach(all, 'by another method', 405, 'methodNotAllowed', { spoil: (init) => ({ ...init, method: 'PUT' }) }),
  ...forEach(all, 'that accepts only HTML', 406, 'notAcceptable', { spoil: header('Accept', 'text/html') }),
  ...forEach(upgrading, 'with a body declared as text', 415, 'unsupportedMediaType', {
    spoil: header('Content-Type', 'text/plain'),
  }),
]

/** Every response that a state of the service, or of the network in front of it, leads to. */
export const situations: readonly Situation[] = [
  ...successes,
  ...customers,
  ...upgrades,
  ...conditions,
  ...tokens,
  ...limits,
  ...spoiled,
]
