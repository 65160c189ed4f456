import { createPartnerCenterMock, type PartnerCenterMock, toFetch } from '@partner-upgrades/mocks/core'
import type { OperationId } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }

/** A property of a schema, such as `UpgradesLineItem.status`. */
export interface AnsweredProperty {
  readonly schema: string
  readonly property: string
}

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const upgraded = '58e2af4f-0ad3-4688-8744-be2357cd939a'
const failed = '5f0a2c61-9d0c-4f0e-9c3b-0d9a1f3f7f11'
const upgrade = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'
const failedUpgrade = '0b8c7d3a-5d0f-4f0e-8a5e-3b1d2c4e5f60'
const azurePlanId = '83ef9d05-4169-4ef9-9657-0e86b1eab1de'

const createMock = (): PartnerCenterMock =>
  createPartnerCenterMock({
    customers: [
      { id: customerId, condition: 'suspendedSubscriptions', agreement: 'confirmed' },
      { id: upgraded, azurePlanId },
      { id: failed },
    ],
    upgrades: [
      { id: upgrade, customerId: upgraded, status: 'Completed' },
      { id: failedUpgrade, customerId: failed, status: 'Failed' },
    ],
  })

/** Calls that cover all responses of the mocks' own code: operation, path after `/v1` and customer of the body. */
const calls: readonly (readonly [operation: OperationId, path: string, customer?: string])[] = [
  ['checkProductUpgradeEligibility', '/productUpgrades/eligibility', customerId],
  ['checkProductUpgradeEligibility', '/productUpgrades/eligibility', upgraded],
  ['createProductUpgrade', '/productUpgrades', customerId],
  ['getProductUpgradeStatus', `/productUpgrades/${upgrade}/status`, upgraded],
  ['getProductUpgradeStatus', `/productUpgrades/${failedUpgrade}/status`, failed],
  ['listCustomers', '/customers?size=1'],
  ['listCustomerSubscriptions', `/customers/${customerId}/subscriptions`],
  ['listCustomerSubscriptions', `/customers/${upgraded}/subscriptions`],
  ['listCustomerAgreements', `/customers/${customerId}/agreements?agreementType=*`],
  ['getDirectSignStatus', `/customers/${customerId}/directSignedMicrosoftCustomerAgreementStatus`],
  ['listAzureEntitlements', `/customers/${upgraded}/subscriptions/${azurePlanId}/azureEntitlements`],
]

/** Finds every property in the responses of the mocks, with the schema that lists it. */
export async function answeredProperties(): Promise<readonly AnsweredProperty[]> {
  const mock = createMock()
  const fetch = toFetch(mock)
  const found = new Map<string, AnsweredProperty>()
  const asked = new Set<string>()
  for (const [operation, path, customer] of calls) {
    asked.add(operation)
    const response = await fetch(`https://api.partnercenter.microsoft.com/v1${path}`, {
      method: contract.operations[operation]?.method ?? '',
      headers: { Authorization: 'Bearer any-token', 'Content-Type': 'application/json' },
      ...(customer && { body: JSON.stringify({ customerId: customer, productFamily: 'Azure' }) }),
    })
    const text = await response.text()
    if (text !== '') collect(JSON.parse(text), schemaOf(operation, response.status), found)
  }
  const silent = Object.keys(contract.operations).filter((id) => !asked.has(id))
  if (silent.length > 0) throw new Error(`No call shows what the mocks answer to ${silent.join(', ')}: add one.`)
  return [...found.values()]
}

type Json = Readonly<Record<string, unknown>>

function collect(value: unknown, schema: Json, found: Map<string, AnsweredProperty>): void {
  const { name, all } = follow(schema)
  if (Array.isArray(value)) {
    for (const item of value) for (const { items } of all) collect(item, Object(items), found)
    return
  }
  for (const [property, inner] of Object.entries(Object(typeof value === 'object' ? value : {}))) {
    for (const { properties } of all) {
      const own: Json | undefined = Object(properties)[property]
      if (own === undefined) continue
      found.set(`${name}.${property}`, { schema: name, property })
      collect(inner, own, found)
    }
  }
}

/** Follows the reference of a schema, or of its alternative to null. */
function follow(schema: Json): { readonly name: string; readonly all: readonly Json[] } {
  const [reference = schema] = Array.isArray(schema.oneOf) ? schema.oneOf : [schema]
  if (typeof reference.$ref !== 'string') return { name: '', all: [schema] }
  const name = reference.$ref.split('/').at(-1) ?? ''
  return { name, all: [Object(document.components.schemas)[name]] }
}

function schemaOf(operation: OperationId, status: number): Json {
  for (const item of Object.values(document.paths)) {
    for (const { operationId, responses } of Object.values<Json>(item)) {
      if (operationId !== operation) continue
      const response: Json = Object(responses)[status]
      const shared = typeof response.$ref === 'string' ? response.$ref.split('/').at(-1) : undefined
      const { content } = shared === undefined ? response : Object(document.components.responses)[shared]
      return content['application/json'].schema
    }
  }
  throw new Error(`${operation} is not in the document.`)
}
