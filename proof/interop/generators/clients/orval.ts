import { type Connect, customerId, type Headers, schemaOf, subscriptionId, upgrade, upgradeId } from './client.ts'
import * as api from './generated/orval/client.ts'
import * as schemas from './generated/orval/zod.ts'

// The generated client contains the base URL.
export const connect: Connect = (_baseUrl, common) => {
  const read = ({ status, data }: { status: number; data: unknown }) => ({ status, body: data })
  const options = (headers: Headers) => ({ headers: { ...common, ...headers } })
  return {
    calls: {
      createProductUpgrade: async (headers) => read(await api.createProductUpgrade(upgrade, options(headers))),
      getProductUpgradeStatus: async (headers) =>
        read(await api.getProductUpgradeStatus(upgradeId, upgrade, options(headers))),
      checkProductUpgradeEligibility: async (headers) =>
        read(await api.checkProductUpgradeEligibility(upgrade, options(headers))),
      listCustomers: async (headers) => read(await api.listCustomers({ size: 40 }, options(headers))),
      listCustomerSubscriptions: async (headers) =>
        read(await api.listCustomerSubscriptions(customerId, options(headers))),
      listCustomerAgreements: async (headers) =>
        read(
          await api.listCustomerAgreements(
            customerId,
            { agreementType: 'MicrosoftCustomerAgreement' },
            options(headers),
          ),
        ),
      getDirectSignStatus: async (headers) => read(await api.getDirectSignStatus(customerId, options(headers))),
      listAzureEntitlements: async (headers) =>
        read(await api.listAzureEntitlements(customerId, subscriptionId, options(headers))),
    },
    parse: (operation, status, body) =>
      schemaOf(schemas, `${operation.charAt(0).toUpperCase()}${operation.slice(1)}${status}Response`).parse(body),
  }
}
