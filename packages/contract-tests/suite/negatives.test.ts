import {
  registerSchema,
  setShouldValidateFormat,
  unregisterSchema,
  validate,
} from '@hyperjump/json-schema/draft-2020-12'
import '@hyperjump/json-schema/formats'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import {
  baseRequestOf,
  type NegativeRequest,
  negativesOf,
  operationsOf,
  toRequest,
} from '@partner-upgrades/negative-tests'
import { contract } from '@partner-upgrades/spec/contract'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import openapi from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { tells } from './matrix/proves.ts'

const { requests, unbroken } = negativesOf(openapi, { exchanges })
const named = requests.map((request): [string, NegativeRequest] => [request.name, request])
const base = 'https://api.partnercenter.microsoft.com'

test('every constraint of the contract is violated by some request', ({ task }) => {
  expect(unbroken).toEqual([])
  tells(task, 'requests that break one constraint', requests.length)
})

// The parts of each request, taken from Microsoft's pages.
const guid = ['pattern']
const inCommon = [
  'accept text/html',
  ...['missing', 'of another scheme', 'without a token'].map((each) => `credentials appUserToken ${each}`),
  ...guid.map((keyword) => `header MS-CorrelationId ${keyword}`),
  ...guid.map((keyword) => `header MS-RequestId ${keyword}`),
  'header ValidateMfa type',
  'method PUT',
]
const ofBody = [
  'body  required',
  'body  type',
  ...['a body cut short', 'a comma too many', 'no body', 'two values in place of one'].map((each) => `body  ${each}`),
  ...['type', ...guid].map((keyword) => `body /customerId ${keyword}`),
  ...['type', 'minLength'].map((keyword) => `body /productFamily ${keyword}`),
  'body /attributes oneOf',
  'body /attributes/etag type',
  'body /attributes/objectType type',
  ...['application/x-www-form-urlencoded', 'application/xml', 'text/plain'].map((type) => `contentType ${type}`),
]
const appOnly = ['missing', 'of another scheme', 'without a token'].map((each) => `credentials appOnlyToken ${each}`)
const customer = guid.map((keyword) => `path customer-tenant-id ${keyword}`)

test.for([
  ['createProductUpgrade', ofBody],
  ['checkProductUpgradeEligibility', ofBody],
  ['listCustomers', [...appOnly, 'query size type', 'query size minimum']],
  ['listCustomerSubscriptions', [...appOnly, ...customer, 'documented listCustomerSubscriptions.en malformed']],
  ['listCustomerAgreements', customer],
  ['getDirectSignStatus', customer],
  ['listAzureEntitlements', [...appOnly, ...customer, ...guid.map((keyword) => `path subscription-id ${keyword}`)]],
  [
    'getProductUpgradeStatus',
    [
      ...ofBody,
      ...guid.map((keyword) => `path upgrade-id ${keyword}`),
      ...['en', 'en-plain', 'fr', 'zh-tw'].map((page) => `documented getProductUpgradeStatus.${page} malformed`),
    ],
  ],
] as const)('%s has exactly these constraints', ([operation, more]) => {
  const broken = requests
    .filter((each) => each.operation === operation)
    .map(({ constraint: { in: place, name, pointer, keyword } }) =>
      [place, ...(name === undefined ? [] : [name]), ...(pointer === undefined ? [] : [pointer]), keyword].join(' '),
    )
  expect([...new Set(broken)].sort()).toEqual([...inCommon, ...more].sort())
})

describe('by an independent engine', () => {
  setShouldValidateFormat(true)

  const deep = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(deep)
    if (typeof value !== 'object' || value === null) return value
    const { $ref, ...rest } = value as { $ref?: string }
    const target = $ref?.split('/').at(-1) ?? ''
    const schemas: Readonly<Record<string, object>> = openapi.components.schemas
    return { ...(schemas[target] && Object(deep(schemas[target]))), ...mapValues(rest) }
  }
  const mapValues = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([name, each]) => [name, deep(each)]))
  const whole = JSON.stringify(deep({ $ref: '#/components/schemas/ProductUpgradeRequest' }))

  /** Returns the request's schema without the given keywords at a pointer. */
  function without(pointer: string, keywords: readonly string[]): object {
    const schema = JSON.parse(whole)
    const places = pointer
      .split('/')
      .slice(1)
      .reduce((at, name) => (at.oneOf?.[0] ?? at).properties[name], schema)
    for (const keyword of keywords) delete places[keyword]
    return schema
  }

  let count = 0
  async function accepts(schema: object, value: never): Promise<boolean> {
    count += 1
    const id = `https://negatives.example/${count}`
    registerSchema(JSON.parse(JSON.stringify(schema)), id, 'https://json-schema.org/draft/2020-12/schema')
    try {
      return (await validate(id, value)).valid
    } finally {
      unregisterSchema(id)
    }
  }

  const ofSchemas = named.filter(
    ([, { operation, constraint }]) =>
      operation === 'createProductUpgrade' && constraint.in === 'body' && !/ /.test(constraint.keyword),
  )

  test.for(ofSchemas)('%s breaks its constraint and nothing else', async ([, { constraint, request }]) => {
    const value = JSON.parse(request.body ?? '')
    const { pointer = '', keyword, also = [] } = constraint
    expect(await accepts(JSON.parse(whole), value as never)).toBe(false)
    expect(await accepts(without(pointer, [keyword, ...also]), value as never)).toBe(true)
  })
})

/** Converts a request to the form that the mocks receive. */
const toFetch = ({ request: { method, path, headers, body } }: Pick<NegativeRequest, 'request'>) =>
  // A body of bytes, because `Request` adds a content type to text.
  new Request(base + path, { method, headers, ...(body !== undefined && { body: new TextEncoder().encode(body) }) })

describe('the mocks', () => {
  const upgrade = { id: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4', customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969' }

  test.for(operationsOf(openapi).map((operation) => [operation.id, operation] as const))(
    'accept the valid request of %s that all of them are derived from',
    async ([, operation]) => {
      const needsUpgrade = ['getProductUpgradeStatus', 'listAzureEntitlements'].includes(operation.id)
      const id = operation.method === 'GET' ? '14876998-c0dc-46e6-9d0c-65a57a6c32ec' : upgrade.customerId
      const mock = createPartnerCenterMock({
        customers: [{ id, azurePlanId: '3f15978e-005c-b763-bb78-2a8fab289c58' }],
        upgrades: needsUpgrade ? [{ ...upgrade, customerId: id, status: 'Completed' }] : [],
      })
      const answer = await mock.handle(toFetch({ request: toRequest(baseRequestOf(openapi, operation, {})) }))
      expect(answer?.ok).toBe(true)
    },
  )

  test.for(named)('%s', async ([, negative]) => {
    const mock = createPartnerCenterMock({})
    const answer = await mock.handle(toFetch(negative))
    expect(answer?.status).toBe(negative.status)
    const body: unknown = await answer?.json()
    expect(
      contract.operations[negative.operation]?.responses['400']?.content['application/json']?.validate?.(body),
    ).toEqual([])
    const { in: place, pointer, keyword } = negative.constraint
    const aboutCustomer = place === 'body' && pointer === '/customerId' && keyword !== 'required'
    if (negative.status === 400) expect(body).toMatchObject({ code: aboutCustomer ? '900118' : '800002' })
    if (negative.status === 401) expect(answer?.headers.get('WWW-Authenticate')).toBeTruthy()
    if (negative.status === 405)
      expect(answer?.headers.get('Allow')).toBe(contract.operations[negative.operation]?.method)
    expect(mock.snapshot().upgrades).toEqual([])
  })
})
