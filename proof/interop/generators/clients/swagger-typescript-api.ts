import { type Connect, customerId, subscriptionId, upgrade, upgradeId } from './client.ts'
import { Api, type HttpResponse } from './generated/swagger-typescript-api/client.ts'

export const connect: Connect = (baseUrl, headers) => {
  const { v1 } = new Api({ baseUrl, baseApiParams: { headers } })
  /** Returns responses other than successes, too, which the client throws. */
  const read = async (call: Promise<HttpResponse<unknown, unknown>>) => {
    const { status, data, error } = await call.catch((thrown: unknown) => {
      if (thrown instanceof Response && 'data' in thrown && 'error' in thrown) return thrown
      throw thrown
    })
    return { status, body: data ?? error ?? undefined }
  }
  return {
    calls: {
      // The client parses faults only in the format of the success, and this success has no body.
      createProductUpgrade: (headers) => read(v1.createProductUpgrade(upgrade, { headers, format: 'json' })),
      getProductUpgradeStatus: (headers) => read(v1.getProductUpgradeStatus(upgradeId, upgrade, { headers })),
      checkProductUpgradeEligibility: (headers) => read(v1.checkProductUpgradeEligibility(upgrade, { headers })),
      listCustomers: (headers) => read(v1.listCustomers({ size: 40 }, { headers })),
      listCustomerSubscriptions: (headers) => read(v1.listCustomerSubscriptions(customerId, { headers })),
      listCustomerAgreements: (headers) =>
        read(v1.listCustomerAgreements(customerId, { agreementType: 'MicrosoftCustomerAgreement' }, { headers })),
      getDirectSignStatus: (headers) => read(v1.getDirectSignStatus(customerId, { headers })),
      listAzureEntitlements: (headers) => read(v1.listAzureEntitlements(customerId, subscriptionId, { headers })),
    },
  }
}
