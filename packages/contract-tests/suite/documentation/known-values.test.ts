// The values that Microsoft's pages and SDKs list for open sets of names. Taken from there, not from the specification.
import openapi from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { expect, test } from 'vitest'

const documented = {
  /** https://learn.microsoft.com/en-us/partner-center/developer/subscription-resources */
  BillingType: ['none', 'usage', 'license', 'benefit'],
  SubscriptionStatus: ['none', 'active', 'pending', 'suspended', 'expired', 'disabled', 'deleted'],
  /** https://learn.microsoft.com/en-us/partner-center/developer/customer-resources */
  PartnerRelationship: ['none', 'reseller', 'advisor', 'syndication', 'microsoft_support'],
} as const

test.for(Object.entries(documented))('%s knows the values that its page lists', ([name, values]) => {
  const { schemas } = openapi.components
  const schema: unknown = schemas[name as keyof typeof documented]
  const known = (schema as { 'x-known-values': readonly { value: string }[] })['x-known-values']
  expect(known.map(({ value }) => value).sort()).toEqual([...values].sort())
})
