import type { Agreement } from '@partner-upgrades/spec'
import { type Exactly, exactly } from '../contract/exactly.ts'
import type { Call } from '../contract/validate-request.ts'
import { pageOfCustomers } from './customer-pages.ts'
import type { Customer } from './customers.ts'
import type { ServiceHandler, ServiceHandlers, SuccessOf } from './service-answer.ts'
import { type ServiceParts, withCustomer } from './service-parts.ts'
import { type AzureHoldings, azureHoldings, toEntitlements, toSubscriptions } from './subscription-resources.ts'

const customersAnswer = exactly<SuccessOf<'listCustomers'>>()
const subscriptionsAnswer = exactly<SuccessOf<'listCustomerSubscriptions'>>()
const agreementsAnswer = exactly<SuccessOf<'listCustomerAgreements'>>()
const directSignAnswer = exactly<SuccessOf<'getDirectSignStatus'>>()
const entitlementsAnswer = exactly<SuccessOf<'listAzureEntitlements'>>()
const toAgreement = exactly<Agreement>()

const confirmed = (day: number): Exactly<Agreement> =>
  toAgreement({
    primaryContact: { firstName: 'Tania', lastName: 'Carr', email: 'SomeEmail@example.com', phoneNumber: '1234567890' },
    templateId: '117a77b0-9360-443b-8795-c6dedc750cf9',
    dateAgreed: `2019-08-${day}T00:00:00`,
    type: 'MicrosoftCustomerAgreement',
    agreementLink: 'https://aka.ms/customeragreement',
  })

/** Verbatim from the documentation. */
const confirmations = [confirmed(26), confirmed(27)]

/** Creates the handlers of the customer operations, by operation ID. */
export function createCustomersService(parts: ServiceParts): ServiceHandlers {
  const { clock, reject, customers, upgrades } = parts

  function holdingsOf(customer: Customer): AzureHoldings {
    return azureHoldings(customer, upgrades.latest(customer.id, 'Azure'), clock.now())
  }

  const list: ServiceHandler<'listCustomers'> = (call) => {
    const found = pageOfCustomers(call, customers.all)
    if ('page' in found) {
      const more = found.page.links?.next !== undefined && { inferred: 'that customers are paged by a token' }
      return customersAnswer({ status: 200, body: found.page, ...more })
    }
    return reject({ reason: 'invalid', status: 400, problems: [found.problem] }, call.operation)
  }

  const subscriptions: ServiceHandler<'listCustomerSubscriptions'> = (call) =>
    withCustomer(parts, call, (customer) => {
      const holdings = holdingsOf(customer)
      const plan = holdings.planId !== undefined && { inferred: 'what an Azure plan looks like in the list' }
      return subscriptionsAnswer({ status: 200, body: collection(toSubscriptions(customer, holdings), call), ...plan })
    })

  const agreements: ServiceHandler<'listCustomerAgreements'> = (call) =>
    withCustomer(parts, call, ({ agreement }) => {
      const asked = String(call.parameters.query.agreementType)
      const isAsked = asked === '*' || asked.toLowerCase() === 'microsoftcustomeragreement'
      return agreementsAnswer({
        status: 200,
        body: collection(isAsked && agreement === 'confirmed' ? confirmations : [], call),
      })
    })

  const directSign: ServiceHandler<'getDirectSignStatus'> = (call) =>
    withCustomer(parts, call, ({ agreement = 'signed' }) =>
      directSignAnswer({ status: 200, body: { isSigned: agreement === 'signed' } }),
    )

  const entitlements: ServiceHandler<'listAzureEntitlements'> = (call) =>
    withCustomer(parts, call, (customer) => {
      const holdings = holdingsOf(customer)
      const asked = String(call.parameters.path['subscription-id']).toLowerCase()
      if (holdings.planId?.toLowerCase() === asked) {
        const items = toEntitlements(holdings)
        return entitlementsAnswer({
          status: 200,
          body: { totalCount: items.length, items, attributes: { objectType: 'Collection' } },
        })
      }
      const own = toSubscriptions(customer, holdings).some(({ id }) => id.toLowerCase() === asked)
      const inferred = 'the entitlements below a subscription that is not an Azure plan'
      return own
        ? entitlementsAnswer({ status: 200, body: collection([], call), inferred })
        : { ...reject({ reason: 'path', status: 404 }, call.operation), inferred }
    })

  return {
    listCustomers: list,
    listCustomerSubscriptions: subscriptions,
    listCustomerAgreements: agreements,
    getDirectSignStatus: directSign,
    listAzureEntitlements: entitlements,
  }
}

/** A collection resource of a customer. */
function collection<Item>(items: Item[], { message }: Call) {
  return {
    totalCount: items.length,
    items,
    links: { self: { uri: message.target, method: 'GET', headers: [] } },
    attributes: { objectType: 'Collection' },
  }
}
