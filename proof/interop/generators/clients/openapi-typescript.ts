import createClient from 'openapi-fetch'
import { type Connect, customerId, subscriptionId, upgrade, upgradeId } from './client.ts'
import type { paths } from './generated/openapi-typescript/schema.ts'

export const connect: Connect = (baseUrl, headers) => {
  const client = createClient<paths>({ baseUrl, headers })
  const read = ({ response, data, error }: { response: Response; data?: unknown; error?: unknown }) => ({
    status: response.status,
    body: data ?? error,
  })
  const path = { 'customer-tenant-id': customerId }
  return {
    calls: {
      createProductUpgrade: async (headers) =>
        read(await client.POST('/v1/productUpgrades', { body: upgrade, headers })),
      getProductUpgradeStatus: async (headers) =>
        read(
          await client.POST('/v1/productUpgrades/{upgrade-id}/status', {
            params: { path: { 'upgrade-id': upgradeId } },
            body: upgrade,
            headers,
          }),
        ),
      checkProductUpgradeEligibility: async (headers) =>
        read(await client.POST('/v1/productUpgrades/eligibility', { body: upgrade, headers })),
      listCustomers: async (headers) => {
        const answer = await client.GET('/v1/customers', { params: { query: { size: 40 } }, headers })
        // Nullable properties require optional chaining in both editions.
        const names: readonly (string | null | undefined)[] =
          answer.data?.items.map(({ companyProfile }) => companyProfile?.companyName) ?? []
        return { ...read(answer), names }
      },
      listCustomerSubscriptions: async (headers) =>
        read(await client.GET('/v1/customers/{customer-tenant-id}/subscriptions', { params: { path }, headers })),
      listCustomerAgreements: async (headers) =>
        read(
          await client.GET('/v1/customers/{customer-tenant-id}/agreements', {
            params: { path, query: { agreementType: 'MicrosoftCustomerAgreement' } },
            headers,
          }),
        ),
      getDirectSignStatus: async (headers) =>
        read(
          await client.GET('/v1/customers/{customer-tenant-id}/directSignedMicrosoftCustomerAgreementStatus', {
            params: { path },
            headers,
          }),
        ),
      listAzureEntitlements: async (headers) =>
        read(
          await client.GET('/v1/customers/{customer-tenant-id}/subscriptions/{subscription-id}/azureEntitlements', {
            params: { path: { ...path, 'subscription-id': subscriptionId } },
            headers,
          }),
        ),
    },
  }
}
