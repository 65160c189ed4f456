import { type Connect, customerId, type Headers, schemaOf, subscriptionId, upgrade, upgradeId } from './client.ts'
import * as api from './generated/kubb/index.ts'

export const connect: Connect = (baseURL, common) => {
  const read = ({ status, data }: { status: number; data: unknown }) => ({ status, body: data })
  const config = (headers: Headers) => ({ baseURL, headers: { ...common, ...headers }, validateStatus: () => true })
  return {
    calls: {
      createProductUpgrade: async (headers) =>
        read(await api.createProductUpgrade(upgrade, undefined, config(headers))),
      getProductUpgradeStatus: async (headers) =>
        read(await api.getProductUpgradeStatus(upgradeId, upgrade, undefined, config(headers))),
      checkProductUpgradeEligibility: async (headers) =>
        read(await api.checkProductUpgradeEligibility(upgrade, undefined, config(headers))),
      listCustomers: async (headers) => read(await api.listCustomers({ size: 40 }, undefined, config(headers))),
      listCustomerSubscriptions: async (headers) =>
        read(await api.listCustomerSubscriptions(customerId, undefined, config(headers))),
      listCustomerAgreements: async (headers) =>
        read(
          await api.listCustomerAgreements(
            customerId,
            { agreementType: 'MicrosoftCustomerAgreement' },
            undefined,
            config(headers),
          ),
        ),
      getDirectSignStatus: async (headers) =>
        read(await api.getDirectSignStatus(customerId, undefined, config(headers))),
      listAzureEntitlements: async (headers) =>
        read(await api.listAzureEntitlements(customerId, subscriptionId, undefined, config(headers))),
    },
    parse: (operation, status, body) => schemaOf(api, `${operation}${status}Schema`).parse(body),
  }
}
