import type { Agreement } from '@partner-upgrades/spec'
import type { FaultAnswer, FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import { type Exactly, exactly } from '../contract/exactly.ts'
import type { Call } from '../contract/validate-request.ts'
import { customerOfCall } from '../customers/customer-of-call.ts'
import type { Clock } from '../time/clock.ts'
import { pageOfCustomers } from './customer-pages.ts'
import type { Customer, CustomerDirectory } from './customers.ts'
import type { Reject } from './rejection-answers.ts'
import type { ServiceHandler, ServiceHandlers, SuccessOf } from './service-answer.ts'
import { type AzureHoldings, azureHoldings, toEntitlements, toSubscriptions } from './subscription-resources.ts'
import type { UpgradeStore } from './upgrade-store.ts'

/** What the simulated service of customers knows, and works with. */
export interface CustomersServiceParts {
  /** The clock by which upgrades progress. */
  readonly clock: Clock
  /** The fault catalogue. */
  readonly faults: FaultCatalogue
  /** Turns away what cannot be answered. */
  readonly reject: Reject
  /** The partner's customers. */
  readonly customers: CustomerDirectory
  /** Every upgrade, past and present. */
  readonly upgrades: UpgradeStore
  /** The partner's ID, as fault 20002 names it. */
  readonly partnerId: string
}

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

/** As documented, comma for comma. */
const confirmations = [confirmed(26), confirmed(27)]

/** The behaviour of the operations about customers, by operation id. */
export function createCustomersService(parts: CustomersServiceParts): ServiceHandlers {
  const { clock, faults, reject, customers, upgrades, partnerId } = parts

  /** Runs with the customer of a call, if the partner has that customer. */
  function withCustomer<T>(call: Call, run: (customer: Customer) => T): T | FaultAnswer {
    const customerId = customerOfCall(call) ?? ''
    const customer = customers.find(customerId)
    return customer ? run(customer) : faults.answer('20002', { partnerId, customerId })
  }

  function holdingsOf(customer: Customer): AzureHoldings {
    return azureHoldings(customer, upgrades.latest(customer.id, 'Azure'), clock.now())
  }

  const list: ServiceHandler<'listCustomers'> = (call) => {
    const found = pageOfCustomers(call, customers.all)
    if ('page' in found) {
      const more = found.page.links?.next !== undefined && { inferred: 'that customers are paged by a token' }
      return customersAnswer({ status: 200, body: found.page, ...more })
    }
    const place = found.wrong === 'filter' ? 'query' : 'header'
    const problem = {
      in: place,
      name: found.wrong,
      pointer: '',
      keyword: 'value',
      message: 'is none that was given out',
    } as const
    const problems = [
      found.wrong === 'filter' ? { ...problem, message: 'is no filter that the service knows' } : problem,
    ]
    return reject({ reason: 'invalid', status: 400, problems }, call.operation)
  }

  const subscriptions: ServiceHandler<'listCustomerSubscriptions'> = (call) =>
    withCustomer(call, (customer) => {
      const holdings = holdingsOf(customer)
      const plan = holdings.planId !== undefined && { inferred: 'what an Azure plan looks like in the list' }
      return subscriptionsAnswer({ status: 200, body: collection(toSubscriptions(customer, holdings), call), ...plan })
    })

  const agreements: ServiceHandler<'listCustomerAgreements'> = (call) =>
    withCustomer(call, ({ agreement }) => {
      const asked = String(call.parameters.query.agreementType)
      const isAsked = asked === '*' || asked.toLowerCase() === 'microsoftcustomeragreement'
      return agreementsAnswer({
        status: 200,
        body: collection(isAsked && agreement === 'confirmed' ? confirmations : [], call),
      })
    })

  const directSign: ServiceHandler<'getDirectSignStatus'> = (call) =>
    withCustomer(call, ({ agreement = 'signed' }) =>
      directSignAnswer({ status: 200, body: { isSigned: agreement === 'signed' } }),
    )

  const entitlements: ServiceHandler<'listAzureEntitlements'> = (call) =>
    withCustomer(call, (customer) => {
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
      const inferred = 'what there is below a subscription that is no Azure plan'
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

/** A list of a customer's, whatever it lists. */
function collection<Item>(items: Item[], { message }: Call) {
  return {
    totalCount: items.length,
    items,
    links: { self: { uri: message.target, method: 'GET', headers: [] } },
    attributes: { objectType: 'Collection' },
  }
}
