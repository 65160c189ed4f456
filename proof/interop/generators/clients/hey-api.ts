import { type Connect, customerId, schemaOf, subscriptionId, upgrade, upgradeId } from './client.ts'
import { createClient } from './generated/hey-api/client/index.ts'
import * as api from './generated/hey-api/sdk.gen.ts'
import * as schemas from './generated/hey-api/zod.gen.ts'

// The SDK validates requests and successful responses; for other responses, only the component schemas are generated.
export const connect: Connect = (baseUrl, headers) => {
  const client = createClient({ baseUrl, headers: { ...headers } })
  const read = (answer: { response?: Response; data?: unknown; error?: unknown }) => {
    if (answer.response === undefined) throw answer.error
    return { status: answer.response.status, body: answer.data ?? answer.error }
  }
  const path = { 'customer-tenant-id': customerId }
  return {
    calls: {
      createProductUpgrade: async (headers) => read(await api.createProductUpgrade({ client, headers, body: upgrade })),
      getProductUpgradeStatus: async (headers) =>
        read(await api.getProductUpgradeStatus({ client, headers, body: upgrade, path: { 'upgrade-id': upgradeId } })),
      checkProductUpgradeEligibility: async (headers) =>
        read(await api.checkProductUpgradeEligibility({ client, headers, body: upgrade })),
      listCustomers: async (headers) => read(await api.listCustomers({ client, headers, query: { size: 40 } })),
      listCustomerSubscriptions: async (headers) =>
        read(await api.listCustomerSubscriptions({ client, headers, path })),
      listCustomerAgreements: async (headers) =>
        read(
          await api.listCustomerAgreements({
            client,
            headers,
            path,
            query: { agreementType: 'MicrosoftCustomerAgreement' },
          }),
        ),
      getDirectSignStatus: async (headers) => read(await api.getDirectSignStatus({ client, headers, path })),
      listAzureEntitlements: async (headers) =>
        read(
          await api.listAzureEntitlements({ client, headers, path: { ...path, 'subscription-id': subscriptionId } }),
        ),
    },
    parse: (operation, status, body) => {
      if (typeof body === 'string') return schemas.zGatewayPage.parse(body)
      if (status === 429) return schemas.zThrottlingFault.parse(body)
      if (status >= 400) return schemas.zFault.parse(body)
      return schemaOf(schemas, `z${operation.charAt(0).toUpperCase()}${operation.slice(1)}Response`).parse(body)
    },
  }
}
